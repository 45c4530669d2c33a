"""A letter knows whose words it quotes, so that it is not sent once they are gone."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("discuss", "0002_moderation")]

    operations = [
        migrations.AddField(
            model_name="letter",
            name="quotes",
            field=models.ForeignKey(
                blank=True,
                db_index=False,
                null=True,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="+",
                to="discuss.comment",
            ),
        ),
    ]
