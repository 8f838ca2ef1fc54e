"""Reading a lesson aloud through the system's own voice, where there is one."""
