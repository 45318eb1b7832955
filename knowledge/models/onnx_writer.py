"""Writer of ONNX graphs: their protocol buffers, with the weights in a file beside.

A graph of ours is a few dozen kinds of messages; the library `onnx` would be 20 MB for them.
"""

import struct
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, BinaryIO

import numpy as np

FLOAT, UINT8, INT8, INT32, INT64, FLOAT16, INT4 = 1, 2, 3, 6, 7, 10, 22
"""How ONNX numbers the types of elements."""

WEIGHTS_SUFFIX = "_data"
"""What the name of the file with the weights has after that of the graph."""

ALIGNMENT_BYTES = 65_536
"""Where a weight may begin in its file, so that every system can map it into memory."""

EXTERNAL = 1

_ELEMENTS = {
    np.dtype(np.float32): FLOAT,
    np.dtype(np.float16): FLOAT16,
    np.dtype(np.uint8): UINT8,
    np.dtype(np.int8): INT8,
    np.dtype(np.int32): INT32,
    np.dtype(np.int64): INT64,
}

Attribute = int | float | Sequence[int]


@dataclass
class GraphWriter:
    """Collects nodes and weights; weights go to their file at once, *opened* as *file_name*."""

    opened: BinaryIO
    file_name: str
    _nodes: list[bytes] = field(default_factory=list)
    _weights: list[bytes] = field(default_factory=list)
    _count: int = 0

    def __call__(self, kind: str, *inputs: str, domain: str = "", **how: Any) -> str:
        """Add an operator of a *kind* with its attributes; returns the name of its output."""
        return self.split(kind, *inputs, domain=domain, **how)[0]

    def split(
        self, kind: str, *inputs: str, parts: int = 1, domain: str = "", **how: Any
    ) -> tuple[str, ...]:
        """Add an operator with several outputs; returns their names."""
        self._count += 1
        made = tuple(f"{kind}_{self._count}_{number}" for number in range(parts))
        self._nodes.append(encode_node(kind, inputs, made, how, domain=domain))
        return made

    def output(self, kind: str, *inputs: str, output: str) -> None:
        """Add the last operator, whose output is called *output*."""
        self._nodes.append(encode_node(kind, inputs, (output,)))

    def weight(
        self, values: np.ndarray, *, element: int = 0, shape: Sequence[int] | None = None
    ) -> str:
        """Add a constant; returns its name.

        What numpy has no type for is given as bytes, with its *element* and its *shape*.
        """
        self._count += 1
        name = f"weight_{self._count}"
        kind = element or _ELEMENTS[values.dtype]
        raw = np.ascontiguousarray(values).tobytes()
        self._weights.append(
            self._stored(name, kind, values.shape if shape is None else shape, raw)
        )
        return name

    def save(
        self,
        place: Path,
        *,
        inputs: Sequence[tuple[str, int]],
        output: str,
        opsets: Sequence[tuple[str, int]],
        ir_version: int,
    ) -> None:
        """Write the graph; its *inputs* are names with the type of their elements."""
        graph = b"".join(
            (
                *(part(1, node) for node in self._nodes),
                part(2, place.stem.encode()),
                *(part(5, weight) for weight in self._weights),
                *(part(11, encode_value(name, kind)) for name, kind in inputs),
                part(12, encode_value(output, FLOAT)),
            )
        )
        imports = (part(1, domain.encode()) + number(2, version) for domain, version in opsets)
        model = number(1, ir_version) + part(7, graph) + b"".join(part(8, one) for one in imports)
        place.write_bytes(model)

    def _stored(self, name: str, kind: int, shape: Sequence[int], raw: bytes) -> bytes:
        """Encode a tensor; a large one goes to the file of weights."""
        tensor = b"".join(number(1, length) for length in shape) + number(2, kind)
        tensor += part(8, name.encode())
        if len(raw) < ALIGNMENT_BYTES:
            return tensor + part(9, raw)
        self.opened.seek(-self.opened.tell() % ALIGNMENT_BYTES, 1)
        where: dict[str, str | int] = {
            "location": self.file_name,
            "offset": self.opened.tell(),
            "length": len(raw),
        }
        self.opened.write(raw)
        return tensor + encode_place(where) + number(14, EXTERNAL)


def encode_node(
    kind: str,
    inputs: Sequence[str],
    outputs: Sequence[str],
    how: dict[str, Attribute] | None = None,
    *,
    domain: str = "",
) -> bytes:
    """Encode an operator with its attributes."""
    given = b"".join(part(1, name.encode()) for name in inputs)
    made = b"".join(part(2, name.encode()) for name in outputs)
    attributes = b"".join(
        part(5, encode_attribute(name, each)) for name, each in (how or {}).items()
    )
    return given + made + part(4, kind.encode()) + attributes + part(7, domain.encode())


def encode_attribute(name: str, value: Attribute) -> bytes:
    """Encode an attribute: a float, an integer, or several of these."""
    if isinstance(value, float):
        return (
            part(1, name.encode()) + varint(2 << 3 | 5) + struct.pack("<f", value) + number(20, 1)
        )
    if isinstance(value, int):
        return part(1, name.encode()) + number(3, value) + number(20, 2)
    return part(1, name.encode()) + b"".join(number(8, each) for each in value) + number(20, 7)


def encode_value(name: str, kind: int) -> bytes:
    """Encode an input or output of a graph: its name and the type of its elements."""
    return part(1, name.encode()) + part(2, part(1, number(1, kind)))


def encode_place(where: dict[str, str | int]) -> bytes:
    """Encode *where* a weight stands in another file."""
    pairs = ((key.encode(), str(value).encode()) for key, value in where.items())
    return b"".join(part(13, part(1, key) + part(2, value)) for key, value in pairs)


def number(field_number: int, value: int) -> bytes:
    """Encode a field that is an integer; a negative one takes ten bytes."""
    return varint(field_number << 3) + varint(value % (1 << 64))


def part(field_number: int, content: bytes) -> bytes:
    """Encode a field that is a message, a text or bytes."""
    return varint(field_number << 3 | 2) + varint(len(content)) + content


def varint(value: int) -> bytes:
    """Encode a number as protocol buffers do: seven bits a byte, the last byte below 128."""
    low, rest = value & 127, value >> 7
    return bytes([low | 128]) + varint(rest) if rest else bytes([low])
