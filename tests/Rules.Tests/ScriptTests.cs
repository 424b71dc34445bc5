using Dockerlint.Semantics;
using Dockerlint.Syntax;
using Dockerlint.Testing;
using Dockerlint.Text;
using Xunit;

namespace Dockerlint.Tests;

public sealed class ScriptTests
{
    [Fact]
    public void At_least_99_5_percent_of_the_corpus_shell_scripts_parse()
    {
        Assert.SkipWhen(SharedCorpus.Missing is not null, SharedCorpus.Missing ?? "");
        var scripts = 0;
        var broken = new List<string>();
        foreach (var file in SharedCorpus.TrainFiles())
        {
            string? shell = null;
            var tree = DockerfileParser.Parse(SourceText.FromBytes(File.ReadAllBytes(file), file));
            if (tree.Root.EscapeCharacter == '`')
            {
                continue;
            }

            foreach (var instruction in tree.Root.Instructions)
            {
                shell = instruction switch
                {
                    FromInstruction => null,
                    ShellInstruction { Command: JsonArraySyntax { Items: [var first, ..] } } => first.Value,
                    _ => shell,
                };
                if (instruction is RunInstruction run)
                {
                    foreach (var script in RunScript.Create(run, shell).Where(script => script.Text is not null))
                    {
                        scripts++;
                        if (script.Script is null)
                        {
                            broken.Add($"{file}:{tree.Source.Lines.GetLine(run.Span.Start)}: {script.Reason}");
                        }
                    }
                }
            }
        }

        Assert.True(scripts > 3000, $"only {scripts} scripts were found");
        Assert.True(broken.Count <= scripts * 0.005, $"{broken.Count} of {scripts}:\n{string.Join('\n', broken)}");
    }
}
