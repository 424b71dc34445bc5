using System.CommandLine;
using Dockerlint.Reporting;
using Dockerlint.Semantics;
using Dockerlint.Syntax;
using Dockerlint.Text;
using Dockerlint.Workspace;

namespace Dockerlint.Cli;

/// <summary><c>dockerlint parse FILE</c>: the tree, the tree as JSON, or the source printed back from it.</summary>
internal static class ParseCommand
{
    internal static Command Create()
    {
        var file = new Argument<string>("FILE") { Description = "The Dockerfile; - reads standard input." };
        var format = new Option<string>("--format")
        {
            Description = "tree, json, or text (the source, printed back from the tree).",
            DefaultValueFactory = _ => "tree"
        };
        format.TakeOneOf(["tree", "json", "text"]);
        var command = new Command(
            "parse", "Prints the syntax tree of a Dockerfile and the errors that make docker build reject it.") { file, format };
        command.SetAction(result => Run(result.GetValue(file)!, result.GetValue(format)!));
        return command;
    }

    private static int Run(string path, string format)
    {
        if (InputFile.TryRead(path, ReadLimit.Dockerfile, out var bytes) is { } problem)
        {
            Problems.Tell($"cannot read {path}: {problem}");
            return ExitCode.BadInput;
        }

        var tree = DockerfileParser.Parse(SourceText.FromBytes(bytes, path));
        using var output = new StandardOutput();
        if (format == "json")
        {
            TreeWriter.WriteJson(tree, output);
        }
        else
        {
            output.Write(SourceText.Encode(format == "text" ? tree.Print() : TreeWriter.WriteTree(tree)));
        }

        var errors = tree.Errors.Concat(BuildModel.Create(tree).Errors).OrderBy(error => error.Span.Start).ToList();
        foreach (var error in errors)
        {
            var position = tree.Source.Lines.GetPosition(error.Span.Start);
            Console.Error.WriteLine(LogLine.Disarm(VisibleText.Escape($"{path}:{position.Line}:{position.Column}: DL1000 error: "
                + $"{error.Message}")));
        }

        return errors.Count > 0 ? ExitCode.Findings : ExitCode.Clean;
    }
}
