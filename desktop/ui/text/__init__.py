"""Running text: cleaned HTML as selectable, theme-following labels with links that are controls of their own."""
