using System.Globalization;
using Dockerlint.Commands;
using Dockerlint.Semantics.Context;

namespace Dockerlint.Cache;

/// <summary>The commands that change files.</summary>
internal sealed class FileCommands(StepFiles files)
{
    /// <summary>Does what a command does; false when that cannot be followed.</summary>
    internal bool Change(FollowedCommand command)
    {
        var (use, owner) = (command.Use, files.Owner);
        var paths = use.Operands.Select(operand => operand.Text).ToList();
        if (paths.Count == 0 || paths.Exists(path => path.Length == 0))
        {
            return false;
        }

        files.Owner = command.Owner;
        var isDone = use.Tool switch
        {
            var tool when tool == FileTools.Mkdir =>
                HasOnly(use, "-p", "-v") && paths.TrueForAll(path => MakeDirectory(path, use.Has("-p"))),
            var tool when tool == FileTools.Touch => HasOnly(use) && paths.TrueForAll(Touch),
            var tool when tool == FileTools.Rm => HasOnly(use, "-r", "-f", "-v")
                && paths.TrueForAll(path => Remove(path, use.Has(OptionRole.Force), use.Has(OptionRole.Recursive))),
            var tool when tool == FileTools.Cp =>
                HasOnly(use, "-a", "-f", "-p", "-r", "-v") && Each(paths, (from, to) => Copy(use, from, to)),
            var tool when tool == FileTools.Mv => HasOnly(use, "-f", "-v") && Each(paths, Move),
            var tool when tool == FileTools.Ln => HasOnly(use, "-f", "-n", "-s", "-v") && use.Has("-s") && paths is [var target, var path]
                && Link(target, path, use.Has(OptionRole.Force), use.Has("-n")),
            var tool when tool == FileTools.Chmod => HasOnly(use, "-v") && paths.Skip(1).All(path => ChangeMode(paths[0], path)),
            var tool when tool == FileTools.Chown => HasOnly(use, "-v") && paths.Skip(1).All(path => ChangeOwner(use, paths[0], path)),
            _ => false,
        };
        files.Owner = owner;
        return isDone;
    }

    /// <summary>Goes to the folder that a command of the shell names.</summary>
    internal bool ChangeFolder(FollowedCommand command) =>
        command.IsPlain && command.Use is { Name: "cd" or "chdir", Options.IsEmpty: true } use
        && use.Wrappers.All(wrapper => wrapper.Tool == WrapperTools.Command)
        && use.Operands is [{ Text: { } path }] && path is not ("" or "-") && files.Enter(path);

    private static bool HasOnly(Invocation use, params ReadOnlySpan<string> names)
    {
        foreach (var option in use.Options)
        {
            var isListed = false;
            foreach (var name in names)
            {
                isListed |= option.Spec?.Names.Contains(name) == true;
            }

            if (!isListed)
            {
                return false;
            }
        }

        return true;
    }

    private bool MakeDirectory(string path, bool withParents)
    {
        var found = files.Find(path);
        if (withParents)
        {
            var parts = files.Path(path).Split('/');
            for (var i = 1; i <= parts.Length; i++)
            {
                var part = string.Join('/', parts[..i]);
                if (files.Files.Find(part).Node is { Kind: StageNodeKind.File })
                {
                    return false;
                }

                files.Files = files.Files.WithDirectory(part, "755", files.Owner);
            }

            return true;
        }

        // Without -p it fails where something is, so what it makes is new and empty.
        if (found.Node is not null)
        {
            return false;
        }

        files.MayFail |= found.Unseen is not null;
        files.Files = files.Files.With(found.Path, new StageNode(Kind: StageNodeKind.Directory, "755", files.Owner));
        return true;
    }

    private bool Touch(string path)
    {
        var found = files.Find(path);
        if (found.Node is null)
        {
            files.Files = files.Files.With(found.Path, files.NewFile(found, FileContent.OfIdentity("at " + found.Unseen)));
        }

        return true;
    }

    private bool Remove(string path, bool isForced, bool isRecursive)
    {
        var found = files.Find(path, followsLast: false);
        if ((found.IsMissing && !isForced) || (found.Node?.Kind == StageNodeKind.Directory && !isRecursive) || found.Path.Length == 0)
        {
            return false;
        }

        files.MayFail |= found.Unseen is not null && !(isForced && isRecursive);
        files.Files = found.IsMissing ? files.Files : files.Files.Removed(found.Path);
        return true;
    }

    private bool Each(List<string> operands, Func<string, string, bool> action)
    {
        if (operands.Count < 2)
        {
            return false;
        }

        var last = operands[^1];
        var target = files.Find(last);
        var isDirectory = target.Node?.Kind == StageNodeKind.Directory || last.EndsWith('/');
        return (isDirectory || operands.Count == 2) && operands.SkipLast(1).All(operand => !operand.EndsWith("/.", StringComparison.Ordinal)
            && action(operand, isDirectory ? last.TrimEnd('/') + "/" + ContextPath.Base(operand) : last));
    }

    private bool Copy(Invocation use, string from, string to)
    {
        var keepsLinks = use.Has("-a");
        var keepsOwner = keepsLinks || use.Has("-p");
        var source = files.Find(from, followsLast: !keepsLinks);
        var target = files.Find(to);

        // Whether a link that is named is followed when folders are copied too is left to the tool.
        if (files.IsForeign(source.Path) || files.IsForeign(target.Path) || source.IsMissing
            || (!keepsLinks && use.Has(OptionRole.Recursive) && files.Find(from, followsLast: false).Node?.Kind == StageNodeKind.Link))
        {
            return false;
        }

        files.MayFail |= source.Unseen is not null;
        if (source.Node is null or { Kind: not StageNodeKind.Directory })
        {
            var node = source.Node
                ?? StageNode.File(FileContent.OfIdentity("at " + source.Unseen), "as " + source.Unseen, "as " + source.Unseen);
            if (target.Node is { Kind: StageNodeKind.File } existing && !keepsOwner)
            {
                node = existing with { Content = node.Content };
            }

            files.Files = files.Files.With(target.Path, target.Node is null && !keepsOwner ? node with { Owner = files.Owner } : node);
            return true;
        }

        var below = files.Files.Below(source.Path).ToList();
        if (!use.Has(OptionRole.Recursive) || target.Node is not null || source.Node.Below is not null
            || below.Exists(item => item.Node.Below is not null))
        {
            return false;
        }

        StageNode Owned(StageNode node) => keepsOwner ? node : node with { Owner = files.Owner };
        files.Files = files.Files.With(target.Path, Owned(source.Node));
        foreach (var (name, node) in below)
        {
            files.Files = files.Files.With(target.Path + "/" + name, Owned(node));
        }

        return true;
    }

    private bool Move(string from, string to)
    {
        var source = files.Find(from, followsLast: false);
        var target = files.Find(to);
        if (source.Node is not { } moved || target.Node?.Kind == StageNodeKind.Directory || files.IsForeign(target.Path))
        {
            return false;
        }

        var below = files.Files.Below(source.Path).ToList();
        files.Files = files.Files.Removed(source.Path).With(target.Path, moved);
        foreach (var (name, node) in below)
        {
            files.Files = files.Files.With(target.Path + "/" + name, node);
        }

        return true;
    }

    private bool Link(string target, string path, bool isForced, bool replacesLinks)
    {
        // In a folder, be it behind a link, the new link would have the name of what it leads to.
        var found = files.Find(path, followsLast: false);
        var isLink = found.Node?.Kind == StageNodeKind.Link;
        if (found.Node?.Kind == StageNodeKind.Directory || (found.Node is not null && !isForced)
            || (isLink && !replacesLinks && files.Find(path) is { Node.Kind: StageNodeKind.Directory } or { Unseen: not null }))
        {
            return false;
        }

        files.MayFail |= found.Unseen is not null && !isForced;
        files.Files = files.Files.With(found.Path, new StageNode(StageNodeKind.Link, "", files.Owner) { LinkTarget = target });
        return true;
    }

    private bool ChangeMode(string mode, string path)
    {
        var found = files.Find(path);
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

        files.Files = files.Files.Changed(found.Path, node with { Mode = changed });
        return true;
    }

    private bool ChangeOwner(Invocation use, string owner, string path)
    {
        var found = files.Find(path);
        if (use.Name != use.Tool!.Name || found.Node is not { } node)
        {
            return false;
        }

        var parts = owner.Split(':');
        static string Number(string name) => name == "root" ? "0" : name;
        var group = parts.Length > 1 ? Number(parts[1]) : node.Owner[(node.Owner.LastIndexOf(':') + 1)..];
        files.Files = files.Files.Changed(found.Path, node with
        {
            Owner = string.Create(CultureInfo.InvariantCulture, $"{Number(parts[0])}:{group}"),
        });
        return true;
    }
}
