"""Which stories stand on a front and in the rail: pure decisions, no store and no clock."""
