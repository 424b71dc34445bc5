using System.Diagnostics;
using Dockerlint.Semantics;
using Dockerlint.Syntax;
using Dockerlint.Testing;
using Dockerlint.Text;

namespace Dockerlint.FixProof;

/// <summary>Gives the stand-ins the names that Dockerfiles ask for.</summary>
internal sealed class BaseImages
{
    private const string Prefix = "dockerlint-proof/";

    private readonly IReadOnlyList<string[]> _names =
        [.. ProofData.Lines("Bases", "names.tsv")];

    private readonly HashSet<string> _tagged = new(StringComparer.Ordinal);
    private readonly SemaphoreSlim _one = new(1);

    /// <summary>Makes the stand-ins; what the script says last.</summary>
    internal static string Make()
    {
        var script = RepositoryRoot.Combine("tests", "FixProof", "Bases", "make-bases");
        using var process = Process.Start(new ProcessStartInfo(script) { RedirectStandardOutput = true })!;
        var output = process.StandardOutput.ReadToEnd().Trim();
        process.WaitForExit();
        return process.ExitCode == 0
            ? output[(output.LastIndexOf('\n') + 1)..]
            : throw new InvalidOperationException("the base images could not be made");
    }

    /// <summary>Names stand-ins for everything a Dockerfile takes from a registry; the reason when one cannot be named.</summary>
    internal async Task<string?> NameAsync(Engine engine, string dockerfile)
    {
        var model = BuildModel.Create(DockerfileParser.Parse(SourceText.From(dockerfile)));
        var actions = model.Stages.SelectMany(stage => stage.Steps).Select(step => step.Action).ToList();
        var sources = actions.OfType<FileTransferInstruction>().SelectMany(copy => copy.Flags)
            .Where(flag => flag.Name == "from").Select(flag => flag.Value)
            .Concat(actions.OfType<RunInstruction>().SelectMany(run => run.Mounts).Select(mount => mount.Value("from")));
        var names = model.Stages.Where(stage => stage.Base.Kind == BaseKind.Image).Select(stage => stage.Base.Text!)
            .Concat(sources.OfType<string>().Where(name => model.FindStage(name) is null));
        foreach (var name in names)
        {
            if (ImageReference.TryParse(name) is not { } image || name.Contains('$', StringComparison.Ordinal))
            {
                continue;
            }

            if (image.Digest is not null)
            {
                return "a base is pinned by its digest";
            }

            var stand = Prefix + StandInFor(image);
            await _one.WaitAsync();
            try
            {
                if (!_tagged.Add(name))
                {
                    continue;
                }

                if (!await engine.HasAsync(stand))
                {
                    return "no Debian mirror: there is no " + stand;
                }

                var repository = image.Registry is null ? image.Repository : image.Registry + "/" + image.Repository;
                await engine.TagAsync(stand, repository, image.Tag ?? "latest");
            }
            finally
            {
                _one.Release();
            }
        }

        return null;
    }

    private string StandInFor(ImageReference image)
    {
        var family = image.Repository[(image.Repository.LastIndexOf('/') + 1)..];
        return _names.First(name => (name[0] == "*" || name[0] == family)
            && (name[1].Length == 0 || image.Tag?.Contains(name[1], StringComparison.Ordinal) == true))[2];
    }
}
