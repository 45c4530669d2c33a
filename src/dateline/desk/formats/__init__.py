"""How times are written at the desk where Django's own manner is not a newsroom's; named by FORMAT_MODULE_PATH."""
