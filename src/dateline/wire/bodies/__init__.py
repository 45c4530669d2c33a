"""The text of stories as other systems keep it, made into blocks: HTML, and what each of them adds to HTML."""
