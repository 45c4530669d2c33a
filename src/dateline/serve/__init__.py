"""The page server: joins pressed fragments and answers readers. Imports no Django, runs no SQL, renders no template."""
