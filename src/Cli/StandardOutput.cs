namespace Dockerlint.Cli;

/// <summary>
/// Standard output, or standard error for a report that goes there, as a stream that tells its own failures from all others. A reader that
/// has gone away, as <c>head</c> does, is
/// no failure: the runtime drops what is written then, and the run goes on to its exit code.
/// </summary>
internal sealed class StandardOutput : Stream
{
    private readonly Stream _inner;
    private readonly bool _isClosed;

    /// <summary>Standard output.</summary>
    internal StandardOutput()
        : this(1, Console.OpenStandardOutput)
    {
    }

    private StandardOutput(int number, Func<Stream> open)
    {
        _isClosed = StandardStreams.IsClosed(number);
        _inner = _isClosed ? Null : open();
    }

    /// <summary>Standard error, for a report that has to arrive.</summary>
    internal static StandardOutput OfErrors() => new(2, Console.OpenStandardError);

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        if (_isClosed && buffer.Length > 0)
        {
            throw new OutputException(new IOException("it is closed"));
        }

        try
        {
            _inner.Write(buffer);
        }
        catch (IOException exception)
        {
            throw new OutputException(exception);
        }
    }

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override void Flush() => _inner.Flush();

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();
}
