"""The form a picture is uploaded and described with. It hands every new file to ``taking``."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError
from wagtail.images.forms import BaseImageForm

from dateline.desk.pictures import pixels
from dateline.desk.pictures.taking import Prepared, dress, prepare
from dateline.errors import CopyError

FOCUS = frozenset({"focal_point_x", "focal_point_y"})


class PictureForm(BaseImageForm):  # type: ignore[misc]
    prepared: Prepared | None = None

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in ("caption", "rights"):
            if name in self.fields:
                self.fields[name].widget.attrs["rows"] = 3

    def clean_file(self) -> Any:
        """The safe file instead of the one that came; an error in words instead of a picture that is none."""
        file = self.cleaned_data["file"]
        if "file" not in self.changed_data or file is None:
            return file
        file.seek(0)
        try:
            self.prepared = prepare(file.read())
        except CopyError as error:
            raise ValidationError(str(error)) from error
        self.instance.upload_digest = self.prepared.digest
        return self.prepared.file

    def clean(self) -> dict[str, Any]:
        """Fill the fields that the editor left empty with what the file says about itself."""
        cleaned: dict[str, Any] = super().clean()
        if self.prepared:
            for name in ("alt", "caption", "credit"):
                if not cleaned.get(name):
                    limit = self._meta.model._meta.get_field(name).max_length
                    value = getattr(self.prepared.words, name)[:limit]
                    cleaned[name] = value
                    setattr(self.instance, name, value)
        return cleaned

    def save(self, commit: bool = True) -> Any:
        if self.prepared:
            dress(self.instance, self.prepared.image)
        elif FOCUS.intersection(self.changed_data):
            with self.instance.open_file() as kept:
                dress(self.instance, pixels.decode(kept.read()).image)
        return super().save(commit=commit)
