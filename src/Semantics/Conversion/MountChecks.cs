using System.Globalization;
using Dockerlint.Syntax;
using Dockerlint.Text;

namespace Dockerlint.Semantics.Conversion;

/// <summary>Checks the fields of a mount as BuildKit's parseMount does once variables have their values.</summary>
internal sealed class MountChecks
{
    private static readonly string[] s_keys =
    [
        "type", "from", "source", "src", "target", "dst", "destination", "readonly", "ro", "readwrite", "rw", "id", "sharing", "required",
        "size", "mode", "uid", "gid", "env",
    ];

    private readonly MountSyntax _mount;
    private readonly ConversionContext _context;
    private readonly Dictionary<string, string?> _values = new(StringComparer.Ordinal);
    private MountType? _type = MountType.Bind;

    private MountChecks(MountSyntax mount, ConversionContext context)
    {
        _mount = mount;
        _context = context;
    }

    internal static void Check(MountSyntax mount, ConversionContext context) => new MountChecks(mount, context).Check();

    private void Check()
    {
        foreach (var option in _mount.Options)
        {
            if (!CheckOption(option))
            {
                return; // as the engine does: what follows depends on what went before
            }
        }

        if (_type is null || _mount.Options.Count == 0)
        {
            return;
        }

        CheckWhole(_type.Value);
    }

    private bool CheckOption(MountOption option)
    {
        var key = option.Key;
        if (option.ValueWord is null)
        {
            return key is "readonly" or "ro" or "readwrite" or "rw"
                || (key == "required" ? CheckRequired(option) : !s_keys.Contains(key) ? Unknown(option)
                    : _context.Report(option.Span, $"mount key {key} expects a value: {key}=..."));
        }

        if (!s_keys.Contains(key))
        {
            return Unknown(option);
        }

        if (!_context.TryExpandFlag(option.ValueWord, out var value))
        {
            return false;
        }

        _values[option.Name] = value;
        if (value is null)
        {
            _type = key == "type" ? null : _type;
            return true;
        }

        return CheckValue(option, value);
    }

    private bool CheckValue(MountOption option, string value)
    {
        var span = option.ValueSpan is { IsEmpty: false } exact ? exact : option.Span;
        switch (option.Name)
        {
            case "type":
                _type = MountSyntax.TypeOf(value);
                return _type is not null || _context.Report(span, $"unsupported mount type {value}: expected bind, cache, tmpfs, secret "
                    + "or ssh");
            case "readonly" or "readwrite":
                return IsBoolean(value) || _context.Report(span, $"mount key {option.Key} expects true or false, not '{value}'");
            case "required":
                return CheckRequired(option)
                    && (IsBoolean(value) || _context.Report(span, $"mount key required expects true or false, not '{value}'"));
            case "size":
                return _type is null or MountType.Tmpfs
                    ? ByteSize.IsValid(value) || _context.Report(span, $"invalid size '{value}': expected a number of bytes, or with a "
                        + "unit such as 64m")
                    : _context.Report(option.Span, $"mount key size does not fit type {Name(_type.Value)}");
            case "sharing":
                return value.ToLowerInvariant() is "shared" or "private" or "locked"
                    || _context.Report(span, $"unsupported sharing '{value}': expected shared, private or locked");
            case "mode":
                return FileMode.TryParseOctal(value, uint.MaxValue)
                    || _context.Report(span, $"invalid mode '{value}': expected an octal number");
            case "uid" or "gid":
                return uint.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out _)
                    || _context.Report(span, $"invalid {option.Key} '{value}': expected a number");
            default:
                return true;
        }
    }

    private bool CheckRequired(MountOption option) => _type is null or MountType.Secret or MountType.Ssh
        || _context.Report(option.Span, $"mount key required does not fit type {Name(_type.Value)}: only secret and ssh have it");

    private bool Unknown(MountOption option)
    {
        if (PodmanSyntax.IsMountKey(option.Key))
        {
            return _context.IsPodman
                || _context.Report(option.Span, $"the mount key {option.Key} is known to Podman and Buildah, and not to docker build");
        }

        var nearest = Spelling.Nearest(option.Key, s_keys);
        return _context.Report(option.KeySpan is { IsEmpty: false } span ? span : option.Span,
            $"unexpected mount key '{option.Key}'" + (nearest is null ? "" : $", did you mean {nearest}?"));
    }

    private void CheckWhole(MountType type)
    {
        var flag = _mount.Flag.Span;
        if (type is MountType.Bind or MountType.Tmpfs
            && _mount.Options.FirstOrDefault(option => option.Key is "mode" or "uid" or "gid") is { } owner)
        {
            _context.Report(owner.Span, $"mount key {owner.Key} does not fit type {Name(type)}");
        }
        else if (type != MountType.Cache && Text("sharing") is { Length: > 0 })
        {
            _context.Report(_mount.Option("sharing")!.Span, $"mount key sharing does not fit type {Name(type)}: only cache has it");
        }
        else if (type == MountType.Secret)
        {
            CheckSecret(flag);
        }
        else if (type == MountType.Ssh)
        {
            if (Text("source") is { Length: > 0 })
            {
                _context.Report(_mount.Option("source")!.Span, "an ssh mount takes no source: its agent is named by id");
            }
        }
        else if (Known("target") && _context.IsRoot(Text("target") ?? ""))
        {
            _context.Report(_mount.Option("target")?.Span ?? flag, Text("target") is { Length: > 0 } target
                ? $"invalid mount target '{target}': a mount cannot take the place of the root"
                : "the mount names no target: expected target=/path");
        }
    }

    private void CheckSecret(TextSpan flag)
    {
        if (Text("from") is { Length: > 0 })
        {
            _context.Report(_mount.Option("from")!.Span, "a secret mount takes no from");
        }
        else if (Known("source") && Known("target") && Known("id") && IsBlank("source") && IsBlank("target") && IsBlank("id"))
        {
            _context.Report(flag, "a secret mount needs an id, a source or a target");
        }
        else if (Text("source") is { Length: > 0 } && Text("id") is { Length: > 0 })
        {
            _context.Report(_mount.Option("source")!.Span, "a secret mount takes an id or a source, not both");
        }
    }

    private bool Known(string name) => !_values.TryGetValue(name, out var value) || value is not null;

    private string? Text(string name) => _values.GetValueOrDefault(name);

    private bool IsBlank(string name) => string.IsNullOrEmpty(Text(name));

    private static string Name(MountType type) => type.ToString().ToLowerInvariant();

    // Go's strconv.ParseBool.
    private static bool IsBoolean(string text) =>
        text is "1" or "t" or "T" or "true" or "TRUE" or "True" or "0" or "f" or "F" or "false" or "FALSE" or "False";
}
