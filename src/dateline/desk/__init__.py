"""The newsroom: where stories are written, sourced, reviewed and published. Readers are never served from here."""
