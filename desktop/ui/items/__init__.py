"""One widget per item type, shared by knowledge checks and the quiz."""
