namespace Dockerlint.FixProof;

/// <summary>What is compared of an entry of a root file system: all but its times.</summary>
/// <param name="Kind">file, folder, link or another kind.</param>
/// <param name="Mode">Permissions, in octal.</param>
/// <param name="Owner">User and group, as numbers.</param>
/// <param name="Content">The digest of a file with its size, the target of a link, the numbers of a device.</param>
/// <param name="Attributes">Extended attributes.</param>
internal sealed record FileFacts(string Kind, string Mode, string Owner, string Content, string Attributes)
{
    public override string ToString() => string.Join(' ', new[] { Kind, Mode, Owner, Content, Attributes }.Where(text => text.Length > 0));
}
