using Dockerlint.Commands;
using Dockerlint.Linting;
using Dockerlint.Semantics.Context;
using Dockerlint.Syntax;

namespace Dockerlint.Verification;

/// <summary>Looks for what should not be in an image: waste, keys, caches, tools, open doors.</summary>
internal sealed class ImageContentCheck(
    ImageContents image, ImageTree tree, IReadOnlyList<InstructionSyntax?> origins, ImageLimits limits, FindingList findings)
{
    private static readonly string[] s_tools =
        ["gcc", "g++", "cc", "clang", "make", "cmake", "ninja", "ld", "cargo", "rustc", "go", "javac", "mvn", "gradle", "dotnet-sdk",
            "node-gyp", "ghc", "stack"];

    private static readonly string[] s_programFolders =
        ["bin", "sbin", "usr/bin", "usr/sbin", "usr/local/bin", "usr/local/sbin", "usr/local/go/bin", "usr/local/cargo/bin"];

    private readonly List<string> _remarks = [];

    // Empty caches of a few files are not worth a word.
    private const long SmallCache = 10_000;

    /// <summary>Reports; gives what is worth knowing of the base image.</summary>
    internal IReadOnlyList<string> Run()
    {
        CheckSize();
        CheckWaste();
        CheckKeys();
        var files = tree.Files.ToList();
        Group(VerificationRules.SetUserIdFile,
            files.Where(item => item.File is { Kind: ImageFileKind.File } file && (file.Mode & 0b110_000_000_000) != 0),
            (count, names) => $"{count} with set-user-ID or set-group-ID: {names}");
        Group(VerificationRules.WorldWritable, files.Where(item => IsOpen(item.File)), (count, names) =>
            $"{count} that everybody may write to: {names}");
        Group(VerificationRules.BuildTools, files.Where(item => IsTool(item.File)), (_, names) => $"build tools are in the image: {names}");
        CheckCaches(files);
        _remarks.AddRange(new SecretCheck(image.Config, findings).Run());
        KeepRest();
        return _remarks;
    }

    private void KeepRest()
    {
        if (limits.MaxSize is { } most)
        {
            findings.KeepUnlessFound(VerificationRules.ImageTooLarge, $"the image has no more than {ByteCount.Show(most)}");
        }

        findings.KeepUnlessFound(VerificationRules.BytesWasted,
            $"no more than {ByteCount.Show(limits.MaxWasted)} are deleted or replaced by later layers");
        findings.KeepUnlessFound(VerificationRules.SetUserIdFile, "no layer adds a set-user-ID program");
        findings.KeepUnlessFound(VerificationRules.WorldWritable, "no layer adds a file that everybody may write to");
        findings.KeepUnlessFound(VerificationRules.PrivateKey, "no layer has a private key");
        findings.KeepUnlessFound(VerificationRules.EnvironmentFile, "no layer has an .env file");
        findings.KeepUnlessFound(VerificationRules.PackageCache, "no cache of a package manager is left");
        findings.KeepUnlessFound(VerificationRules.SecretInHistory, "neither history nor configuration show a secret");
        findings.KeepUnlessFound(VerificationRules.BuildTools, "no layer adds build tools");
    }

    private void CheckSize()
    {
        var size = image.Layers.Sum(layer => layer.Size);
        if (limits.MaxSize is { } most && size > most)
        {
            var largest = Enumerable.Range(0, image.Layers.Count).MaxBy(i => image.Layers[i].Size);
            findings.Add(VerificationRules.ImageTooLarge, origins[largest],
                $"the image has {ByteCount.Show(size)}, {ByteCount.Show(size - most)} more than allowed; most of it comes from here "
                    + $"({ByteCount.Show(image.Layers[largest].Size)})");
        }
    }

    private void CheckWaste()
    {
        var own = tree.Wasted.Where(file => origins[file.LostIn] is not (null or FromInstruction)).ToList();
        if (own.Sum(file => file.Size) <= limits.MaxWasted)
        {
            return;
        }

        foreach (var group in own.GroupBy(file => (Made: origins[file.Layer], Lost: origins[file.LostIn], file.IsDeleted))
            .OrderByDescending(group => group.Sum(file => file.Size)))
        {
            var paths = group.OrderByDescending(file => file.Size).Select(file => "/" + file.Path).ToList();
            var verb = group.Key.IsDeleted ? "deletes" : "replaces";
            RelatedSpan[] related = group.Key.Made is { } made ? [new RelatedSpan(made.Keyword.Span, "these files come from here")] : [];
            findings.Add(VerificationRules.BytesWasted, group.Key.Lost,
                $"{group.Key.Lost!.Name} {verb} {ByteCount.Show(group.Sum(file => file.Size))} that stay in {Earlier(group.Key.Made)}: "
                    + $"{FindingList.Some(paths)}", related);
        }
    }

    private string Earlier(InstructionSyntax? made) => made switch
    {
        null => "an earlier layer",
        FromInstruction => "the base image",
        _ => $"the layer of line {findings.LineOf(made)}",
    };

    // In any layer: deleting in a later one hides nothing.
    private void CheckKeys()
    {
        for (var i = 0; i < image.Layers.Count; i++)
        {
            var files = image.Layers[i].Files;
            Report(VerificationRules.PrivateKey, origins[i], origins[i] is FromInstruction ? [] : files.Where(file => file.IsPrivateKey),
                "is a private key", "private keys");
            Report(VerificationRules.EnvironmentFile, origins[i], origins[i] is FromInstruction ? [] :
                files.Where(file => file is { Kind: ImageFileKind.File, Size: > 0 } && !file.IsPrivateKey
                    && IsEnvironmentFile(ContextPath.Base("/" + file.Path))), "is in the image", "files of environment variables");
        }
    }

    private void Report(string rule, InstructionSyntax? place, IEnumerable<ImageFile> files, string one, string many)
    {
        var paths = files.Select(file => "/" + file.Path).ToList();
        if (paths.Count > 0)
        {
            findings.Add(rule, place, paths.Count == 1 ? $"{paths[0]} {one}" : $"{paths.Count} {many} are in the image: "
                + $"{FindingList.Some(paths)}");
        }
    }

    private static bool IsEnvironmentFile(string name) => name == ".env"
        || (name.StartsWith(".env.", StringComparison.Ordinal)
            && name is not (".env.example" or ".env.sample" or ".env.template" or ".env.dist" or ".env.defaults"));

    private static bool IsOpen(ImageFile file)
    {
        var isSticky = (file.Mode & 0b001_000_000_000) != 0;
        return (file.Mode & 0b000_000_010) != 0
            && file.Kind switch
            {
                ImageFileKind.File => true,
                ImageFileKind.Directory => !isSticky,
                _ => false,
            }
            && file.Path.Length > 0 && !IsBelow(file.Path, "proc") && !IsBelow(file.Path, "dev") && !IsBelow(file.Path, "sys");
    }

    private static bool IsTool(ImageFile file) => file.Kind is ImageFileKind.File or ImageFileKind.SymbolicLink or ImageFileKind.HardLink
        && s_programFolders.Contains(ContextPath.Parent(file.Path)) && s_tools.Contains(ContextPath.Base("/" + file.Path));

    private void CheckCaches(List<(ImageFile File, int Layer)> files)
    {
        var homes = ImageUser.Homes(tree);
        foreach (var group in files.Where(item => item.File.Kind == ImageFileKind.File)
            .Select(item => (item.File.Size, Origin: origins[item.Layer], Folder: PackageCaches.FolderOf(item.File.Path, homes)))
            .Where(item => item.Folder is not null && item.Origin is not FromInstruction)
            .GroupBy(item => (item.Origin, item.Folder)))
        {
            var size = group.Sum(item => item.Size);
            if (size > SmallCache)
            {
                findings.Add(VerificationRules.PackageCache, group.Key.Origin,
                    $"{group.Key.Folder} has {ByteCount.Show(size)} that nobody reads again");
            }
        }
    }

    private static bool IsBelow(string path, string folder) =>
        path.StartsWith(folder, StringComparison.Ordinal) && (path.Length == folder.Length || path[folder.Length] == '/');

    // What the base image brings is its owner's business, and told once.
    private void Group(string rule, IEnumerable<(ImageFile File, int Layer)> files, Func<string, string, string> message)
    {
        foreach (var group in files.GroupBy(item => origins[item.Layer]))
        {
            var paths = group.Select(item => "/" + item.File.Path).Order(StringComparer.Ordinal).ToList();
            var text = message(paths.Count == 1 ? "1 path" : $"{paths.Count} paths", FindingList.Some(paths));
            if (group.Key is FromInstruction)
            {
                _remarks.Add("the base image: " + text);
            }
            else
            {
                findings.Add(rule, group.Key, text);
            }
        }
    }
}
