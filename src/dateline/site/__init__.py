"""The whole, put together: the site folder, its settings, the command line, the processes of a running site."""
