namespace Dockerlint.LanguageServer.Guide;

/// <summary>The language of Dockerfiles in our own words: <c>guide.tsv</c>, read when somebody first asks.</summary>
internal static class DockerfileGuide
{
    private static readonly Lazy<ILookup<string, GuideEntry>> s_entries = new(Read);

    internal static IEnumerable<GuideEntry> Instructions => s_entries.Value["instruction"];

    internal static IEnumerable<GuideEntry> Mounts => s_entries.Value["mount"];

    internal static IEnumerable<GuideEntry> Directives => s_entries.Value["directive"];

    internal static GuideEntry? Instruction(string name) => Instructions.FirstOrDefault(entry => entry.Name == name);

    /// <summary>The flags of an instruction, each by the name that stands behind the dashes.</summary>
    internal static IEnumerable<GuideEntry> Flags(string instruction) => s_entries.Value["flag"]
        .Where(entry => entry.Name.StartsWith(instruction + " --", StringComparison.Ordinal))
        .Select(entry => entry with { Name = entry.Name[(instruction.Length + 3)..] });

    internal static GuideEntry? Flag(string instruction, string name) => Flags(instruction).FirstOrDefault(entry => entry.Name == name);

    internal static GuideEntry? Mount(string type) => Mounts.FirstOrDefault(entry => entry.Name == type);

    internal static GuideEntry? Key(string name) => s_entries.Value["key"].FirstOrDefault(entry => entry.Name == name);

    private static ILookup<string, GuideEntry> Read()
    {
        using var stream = typeof(DockerfileGuide).Assembly.GetManifestResourceStream("guide.tsv")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split('\t'))
            .ToLookup(fields => fields[0], fields => new GuideEntry(fields[1], fields[2], fields[3]), StringComparer.Ordinal);
    }
}
