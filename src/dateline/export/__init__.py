"""The way out: what readers see, as files that need no Dateline. It writes to neither pages nor record."""
