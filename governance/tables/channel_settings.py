"""The table of how the assistant behaves in each channel that others read."""

from datetime import datetime

from sqlalchemy.orm import Mapped, mapped_column

from governance.tables.columns import Model


class ChannelSettings(Model):
    """What the lead has chosen for one channel: who reads first, and whether threads go on."""

    __tablename__ = "channel_settings"

    id: Mapped[int] = mapped_column(primary_key=True)
    place: Mapped[str] = mapped_column(unique=True)
    private_first: Mapped[bool]
    """An answer is shown to the asker alone, who may share it."""
    follows_up: Mapped[bool]
    """What somebody says in a thread of theirs is answered without another mention."""
    changed_at: Mapped[datetime]
