"""The public form of stories in the formats of machines: JSON-LD, RSS, JSON Feed, sitemaps. Pure."""
