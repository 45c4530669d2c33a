"""Tags of the templates that readers get."""
