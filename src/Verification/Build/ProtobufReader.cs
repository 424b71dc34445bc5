using System.Text;

namespace Dockerlint.Verification;

/// <summary>Reads the wire format of protocol buffers, as far as BuildKit's status messages use it. Bad input ends the reading.</summary>
internal ref struct ProtobufReader(ReadOnlySpan<byte> bytes)
{
    private const int Varint = 0;
    private const int Fixed64 = 1;
    private const int Delimited = 2;
    private const int Fixed32 = 5;

    private ReadOnlySpan<byte> _rest = bytes;

    /// <summary>The number of the field that was read.</summary>
    internal int Field { get; private set; }

    /// <summary>Its value if it is a number.</summary>
    internal ulong Number { get; private set; }

    /// <summary>Its bytes if it is text, bytes or a message.</summary>
    internal ReadOnlySpan<byte> Bytes { get; private set; }

    internal readonly string Text => Encoding.UTF8.GetString(Bytes);

    /// <summary>Reads the next field; false at the end and where the input makes no sense.</summary>
    internal bool Read()
    {
        Bytes = default;
        Number = 0;
        if (_rest.IsEmpty || !ReadVarint(out var tag))
        {
            return false;
        }

        Field = (int)(tag >> 3);
        switch ((int)(tag & 7))
        {
            case Varint:
                var isRead = ReadVarint(out var number);
                Number = number;
                return isRead;
            case Delimited:
                return ReadVarint(out var length) && length <= (ulong)_rest.Length && Take((int)length);
            case Fixed64:
                return _rest.Length >= 8 && Take(8);
            case Fixed32:
                return _rest.Length >= 4 && Take(4);
            default:
                return false;
        }
    }

    private bool Take(int length)
    {
        Bytes = _rest[..length];
        _rest = _rest[length..];
        return true;
    }

    private bool ReadVarint(out ulong value)
    {
        value = 0;
        for (var shift = 0; shift < 64 && !_rest.IsEmpty; shift += 7)
        {
            var next = _rest[0];
            _rest = _rest[1..];
            value |= (ulong)(next & 0x7F) << shift;
            if (next < 0x80)
            {
                return true;
            }
        }

        return false;
    }
}
