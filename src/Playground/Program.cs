using System.Runtime.InteropServices.JavaScript;
using System.Runtime.Versioning;
using System.Text.Json;

[assembly: SupportedOSPlatform("browser")]

namespace Dockerlint.Playground;

/// <summary>The door to the page: one call that takes a question and gives an answer, both JSON.</summary>
internal static partial class Program
{
    private static readonly LinterShelf s_linters = new(TimeProvider.System);

    private static void Main()
    {
    }

    /// <summary>Answers a question. What is wrong with the question is an answer, too.</summary>
    /// <param name="verb">What is wanted.</param>
    /// <param name="question">A <see cref="Question"/>.</param>
    [JSExport]
    internal static string Ask(string verb, string question)
    {
        if (JsonSerializer.Deserialize(question, PlaygroundJson.Default.Question) is not { } asked)
        {
            return JsonSerializer.Serialize(new Refusal("there is no question"), PlaygroundJson.Default.Refusal);
        }

        var desk = new Desk(asked, s_linters);
        return verb switch
        {
            "lint" => JsonSerializer.Serialize(desk.Lint(), PlaygroundJson.Default.LintAnswer),
            "fix" => JsonSerializer.Serialize(desk.Fix(), PlaygroundJson.Default.ChangeAnswer),
            "format" => JsonSerializer.Serialize(desk.Format(), PlaygroundJson.Default.ChangeAnswer),
            "variables" => JsonSerializer.Serialize(desk.Variables(), PlaygroundJson.Default.VariablesAnswer),
            "tree" => JsonSerializer.Serialize(desk.Tree(), PlaygroundJson.Default.TreeAnswer),
            "simulate" => JsonSerializer.Serialize(CacheDesk.Answer(asked), PlaygroundJson.Default.SimulationAnswer),
            _ => JsonSerializer.Serialize(new Refusal($"nobody can {verb} here"), PlaygroundJson.Default.Refusal),
        };
    }
}
