from __future__ import annotations

from django.apps.registry import Apps
from django.db import migrations, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor

from avstamp.web.room.unordered import AddToUnordered

UNORDERED = ("room_ticket", "room_spentticket", "room_anonymoussum", "room_anonymousnote")


def dispose_of_what_was_not_shown(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """Bring rounds of an earlier version to what a closed one is from now on: what was shown, and nothing else."""
    spent, sums, notes, line, publication = (
        apps.get_model("room", name)
        for name in ("SpentTicket", "AnonymousSum", "AnonymousNote", "AgendaLine", "Publication")
    )
    spent.objects.update(counted=True)
    shown_lines = list(publication.objects.values_list("line_id", flat=True))
    for row in publication.objects.all():
        shown = {group for cell in row.cells for group in cell["groups"]}
        left_out = sum(n for group, n in row.standing.items() if group not in shown)
        row.standing = {group: n for group, n in row.standing.items() if group in shown}
        row.save(update_fields=["standing"])
        line.objects.filter(pk=row.line_id).update(left_out=left_out)
    open_first_time = line.objects.filter(closed_at__isnull=True).exclude(pk__in=shown_lines)
    sums.objects.exclude(line__in=open_first_time).delete()
    notes.objects.exclude(line__in=open_first_time).filter(shown=False).delete()


def keep_no_statistics(apps: Apps, schema_editor: BaseDatabaseSchemaEditor) -> None:
    """PostgreSQL keeps samples of what stands in a column, also when it is no longer there; of these it must not."""
    if schema_editor.connection.vendor != "postgresql":
        return
    with schema_editor.connection.cursor() as cursor:
        for table in UNORDERED:
            names = [
                column.name
                for column in schema_editor.connection.introspection.get_table_description(cursor, table)
            ]
            changes = ", ".join(f'ALTER COLUMN "{name}" SET STATISTICS 0' for name in names)
            cursor.execute(f"ALTER TABLE {table} {changes}")


class Migration(migrations.Migration):
    # PostgreSQL refuses to change a table in the transaction that has changed its rows.
    atomic = False

    dependencies = [("room", "0002_lead_the_day")]

    operations = [
        migrations.AddField("agendaline", "left_out", models.PositiveIntegerField(default=0)),
        AddToUnordered("spentticket", "group", models.CharField(blank=True, default="", max_length=40)),
        AddToUnordered("spentticket", "counted", models.BooleanField(default=False)),
        migrations.RunPython(dispose_of_what_was_not_shown, migrations.RunPython.noop),
        migrations.RunPython(keep_no_statistics, migrations.RunPython.noop),
    ]
