using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Xml.Linq;
using Dockerlint.Testing;

namespace Dockerlint.Tests.Architecture;

/// <summary>One project under src: what its project file and, if built, its assembly refer to.</summary>
public sealed record SourceProject(string Name, string Folder, IReadOnlyList<string> Projects, IReadOnlyList<string> Packages)
{
    public static IReadOnlyList<SourceProject> All { get; } =
        [.. Directory.EnumerateFiles(RepositoryRoot.Combine("src"), "*.csproj", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
            .Select(Read)];

    /// <summary>The project's C# files, generated ones excluded.</summary>
    public IEnumerable<string> SourceFiles() =>
        Directory.EnumerateFiles(Folder, "*.cs", SearchOption.AllDirectories)
            .Where(file => !Path.GetRelativePath(Folder, file).Split(Path.DirectorySeparatorChar).Any(part => part is "bin" or "obj"))
            .Order(StringComparer.Ordinal);

    /// <summary>Names of the assemblies that every build found under artifacts refers to; empty if nothing is built.</summary>
    public IEnumerable<string> AssemblyReferences()
    {
        var output = RepositoryRoot.Combine("artifacts", "bin", Name);
        if (!Directory.Exists(output))
        {
            return [];
        }

        var file = Name == "Cli" ? "dockerlint.dll" : $"Dockerlint.{Name}.dll";
        return Directory.EnumerateFiles(output, file, SearchOption.AllDirectories).SelectMany(References).Distinct();
    }

    private static SourceProject Read(string file)
    {
        var xml = XDocument.Load(file);
        var projects = xml.Descendants("ProjectReference")
            .Select(e => Path.GetFileNameWithoutExtension(e.Attribute("Include")!.Value.Replace('\\', '/')));
        var packages = xml.Descendants("PackageReference").Select(e => e.Attribute("Include")!.Value);
        return new(Path.GetFileNameWithoutExtension(file), Path.GetDirectoryName(file)!, [.. projects], [.. packages]);
    }

    private static List<string> References(string assembly)
    {
        using var stream = new FileStream(assembly, FileMode.Open, FileAccess.Read, FileShare.Read);
        using var image = new PEReader(stream);
        var metadata = image.GetMetadataReader();
        return [.. metadata.AssemblyReferences.Select(handle => metadata.GetString(metadata.GetAssemblyReference(handle).Name))];
    }
}
