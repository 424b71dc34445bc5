using System.Globalization;
using Dockerlint.Semantics.Context;

namespace Dockerlint.Cache;

// The commands that change files.
internal sealed partial class ScriptEffects
{
    private bool Change(string name, IReadOnlyList<string> words)
    {
        var options = string.Concat(words.Skip(1).Where(word => word.Length > 1 && word[0] == '-').Select(word => word[1..]));
        var operands = words.Skip(1).Where(word => word.Length <= 1 || word[0] != '-').ToList();
        if (operands.Count == 0 || words.Any(word => word.StartsWith("--", StringComparison.Ordinal)))
        {
            return false;
        }

        return name switch
        {
            "cd" when operands.Count == 1 => ChangeDirectory(operands[0]),
            "mkdir" when options is "" or "p" => operands.TrueForAll(operand => MakeDirectory(operand, options == "p")),
            "touch" when options.Length == 0 => operands.TrueForAll(Touch),
            "rm" when options.All(c => c is 'r' or 'R' or 'f' or 'v') => operands.TrueForAll(operand => Remove(operand, options)),
            "cp" when options is "" or "r" or "R" or "a" or "p" or "rp" or "f" => Each(operands, (from, to) => Copy(from, to, options)),
            "mv" when options is "" or "f" => Each(operands, Move),
            "ln" when options is "s" or "sf" or "fs" && operands.Count == 2 => Link(operands[0], operands[1], options),
            "chmod" when options.Length == 0 => operands.Skip(1).All(operand => ChangeMode(operands[0], operand)),
            "chown" when options.Length == 0 => operands.Skip(1).All(operand => ChangeOwner(operands[0], operand)),
            _ => false,
        };
    }

    private bool ChangeDirectory(string path)
    {
        _directory = "/" + Path(path);
        return true;
    }

    private bool MakeDirectory(string path, bool withParents)
    {
        var found = _files.Find(Path(path));
        if (withParents)
        {
            var parts = Path(path).Split('/');
            for (var i = 1; i <= parts.Length; i++)
            {
                _files = _files.WithDirectory(string.Join('/', parts[..i]), "755", _owner);
            }

            return true;
        }

        // Without -p it fails where something is, so what it makes is new and empty.
        if (found.Node is not null)
        {
            return false;
        }

        _files = _files.With(found.Path, new StageNode(Kind: StageNodeKind.Directory, "755", _owner));
        return true;
    }

    private bool Touch(string path)
    {
        var found = _files.Find(Path(path));
        if (found.Node is not null)
        {
            return true;
        }

        _files = _files.With(found.Path, found.Unseen is { } unseen && !IsFresh(unseen)
            ? StageNode.File(FileContent.OfIdentity("at " + unseen), "644 or " + unseen, _owner + " or " + unseen)
            : StageNode.File(FileContent.Empty, "644", _owner));
        return true;
    }

    private bool Remove(string path, string options)
    {
        var found = _files.Find(Path(path), followsLast: false);
        var isForced = options.Contains('f', StringComparison.Ordinal);
        var isRecursive = options.Contains('r', StringComparison.OrdinalIgnoreCase);
        if ((found.IsMissing && !isForced) || (found.Node?.Kind == StageNodeKind.Directory && !isRecursive) || found.Path.Length == 0)
        {
            return false;
        }

        _files = found.IsMissing ? _files : _files.Removed(found.Path);
        return true;
    }

    private bool Each(List<string> operands, Func<string, string, bool> action)
    {
        if (operands.Count < 2)
        {
            return false;
        }

        var last = operands[^1];
        var target = _files.Find(Path(last));
        var isDirectory = target.Node?.Kind == StageNodeKind.Directory || last.EndsWith('/');
        return (isDirectory || operands.Count == 2) && operands.SkipLast(1).All(operand =>
            !operand.EndsWith("/.", StringComparison.Ordinal) && action(operand, isDirectory ? last.TrimEnd('/') + "/" + ContextPath.Base(operand) : last));
    }

    private bool Copy(string from, string to, string options)
    {
        var source = _files.Find(Path(from), followsLast: !options.Contains('a', StringComparison.Ordinal));
        var target = _files.Find(Path(to));
        var keepsOwner = options.Contains('a', StringComparison.Ordinal) || options.Contains('p', StringComparison.Ordinal);
        if (IsForeign(source.Path) || IsForeign(target.Path) || source.IsMissing)
        {
            return false;
        }

        if (source.Node is null or { Kind: not StageNodeKind.Directory })
        {
            var node = source.Node ?? StageNode.File(FileContent.OfIdentity("at " + source.Unseen), "as " + source.Unseen, "as " + source.Unseen);
            if (target.Node is { Kind: StageNodeKind.File } existing && !keepsOwner)
            {
                node = existing with { Content = node.Content };
            }

            _files = _files.With(target.Path, target.Node is null && !keepsOwner ? node with { Owner = _owner } : node);
            return true;
        }

        if (!options.Contains('r', StringComparison.OrdinalIgnoreCase) && !options.Contains('a', StringComparison.Ordinal))
        {
            return false;
        }

        var below = _files.Below(source.Path).ToList();
        if (target.Node is not null || source.Node.Below is not null || below.Exists(item => item.Node.Below is not null))
        {
            return false;
        }

        StageNode Owned(StageNode node) => keepsOwner ? node : node with { Owner = _owner };
        _files = _files.With(target.Path, Owned(source.Node));
        foreach (var (name, node) in below)
        {
            _files = _files.With(target.Path + "/" + name, Owned(node));
        }

        return true;
    }

    private bool Move(string from, string to)
    {
        var source = _files.Find(Path(from), followsLast: false);
        var target = _files.Find(Path(to));
        if (source.Node is not { } moved || target.Node?.Kind == StageNodeKind.Directory || IsForeign(target.Path))
        {
            return false;
        }

        var below = _files.Below(source.Path).ToList();
        _files = _files.Removed(source.Path).With(target.Path, moved);
        foreach (var (name, node) in below)
        {
            _files = _files.With(target.Path + "/" + name, node);
        }

        return true;
    }

    private bool Link(string target, string path, string options)
    {
        var found = _files.Find(Path(path), followsLast: false);
        if (found.Node?.Kind == StageNodeKind.Directory || (found.Node is not null && !options.Contains('f', StringComparison.Ordinal)))
        {
            return false;
        }

        _files = _files.With(found.Path, new StageNode(StageNodeKind.Link, "", _owner) { LinkTarget = target });
        return true;
    }

    private bool ChangeMode(string mode, string path)
    {
        var found = _files.Find(Path(path));
        if (found.Node is not { } node)
        {
            return false;
        }

        string? changed = null;
        if (mode.Length is 3 or 4 && mode.All(c => c is >= '0' and <= '7'))
        {
            changed = Convert.ToString(Convert.ToInt32(mode, 8), 8);
        }
        else if (mode is "+x" or "a+x" && node.Mode.All(char.IsAsciiDigit))
        {
            changed = Convert.ToString(Convert.ToInt32(node.Mode, 8) | 0b001_001_001, 8);
        }

        if (changed is null)
        {
            return false;
        }

        _files = _files.Changed(found.Path, node with { Mode = changed });
        return true;
    }

    private bool ChangeOwner(string owner, string path)
    {
        var found = _files.Find(Path(path));
        if (found.Node is not { } node)
        {
            return false;
        }

        var parts = owner.Split(':');
        static string Number(string name) => name == "root" ? "0" : name;
        var group = parts.Length > 1 ? Number(parts[1]) : node.Owner[(node.Owner.LastIndexOf(':') + 1)..];
        _files = _files.Changed(found.Path, node with { Owner = string.Create(CultureInfo.InvariantCulture, $"{Number(parts[0])}:{group}") });
        return true;
    }
}
