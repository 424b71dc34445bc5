using System.Globalization;

namespace Dockerlint.Verification;

/// <summary>The user an image runs as, with the tables of the image.</summary>
/// <param name="Id">The number; null when the name is in no table.</param>
/// <param name="Groups">The groups.</param>
internal sealed record ImageUser(long? Id, IReadOnlyList<long> Groups)
{
    internal static ImageUser Of(ImageConfig config, ImageTree tree)
    {
        var parts = config.User.Split(':', 2);
        if (parts[0].Length == 0)
        {
            return new ImageUser(0, [0]);
        }

        var users = Rows(tree.Find("etc/passwd"), 4);
        var groups = Rows(tree.Find("etc/group"), 3);
        var isNumber = long.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var id);
        var row = users.FirstOrDefault(user => isNumber ? user[2] == parts[0] : user[0] == parts[0]);
        long? user = isNumber ? id : row is not null
            && long.TryParse(row[2], NumberStyles.None, CultureInfo.InvariantCulture, out var found) ? found : null;
        var name = row?[0] ?? parts[0];
        var member = new List<long>();
        if (parts.Length == 2)
        {
            AddNumber(member, groups.FirstOrDefault(group => group[0] == parts[1])?[2] ?? parts[1]);
        }
        else
        {
            AddNumber(member, row?[3] ?? "0");
            foreach (var group in groups.Where(group => group.Length > 3 && group[3].Split(',').Contains(name)))
            {
                AddNumber(member, group[2]);
            }
        }

        return new ImageUser(user, member);
    }

    /// <summary>The homes that the image's users have.</summary>
    internal static IReadOnlyList<string> Homes(ImageTree tree) =>
        [.. Rows(tree.Find("etc/passwd"), 6).Select(row => row[5]).Where(home => home is { Length: > 1 } and not "/root").Distinct()];

    /// <summary>Whether the user has a right on a file; true when that is not known.</summary>
    /// <param name="file">The file.</param>
    /// <param name="right">4 to read, 2 to write, 1 to execute or enter.</param>
    internal bool May(ImageFile file, int right) => Id is not { } id || id == 0
        ? Id is null || right != 1 || file.Kind == ImageFileKind.Directory || (file.Mode & 0b001_001_001) != 0
        : (file.Mode >> (file.UserId == id ? 6 : Groups.Contains(file.GroupId) ? 3 : 0) & right) == right;

    private static void AddNumber(List<long> numbers, string text)
    {
        if (long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            numbers.Add(number);
        }
    }

    private static List<string[]> Rows(ImageFile? table, int fields) =>
        [.. (table?.Text ?? "").Split('\n').Select(line => line.TrimEnd('\r').Split(':')).Where(row => row.Length >= fields)];
}
