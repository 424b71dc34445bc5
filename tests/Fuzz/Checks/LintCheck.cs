using Dockerlint.Linting;
using Dockerlint.Reporting;
using Dockerlint.Rules;
using Dockerlint.Semantics;
using Dockerlint.Semantics.Context;
using Dockerlint.Syntax;
using Dockerlint.Text;

namespace Dockerlint.Fuzz;

/// <summary>A Dockerfile through everything: tree, model, scripts, all profiles, fixes, cache, reports.</summary>
public sealed class LintCheck : IFuzzCheck
{
    // What a file may be called is as hostile as what is in it.
    private static readonly string[] s_paths =
    [
        "Dockerfile", "a/b/Dockerfile", "/work/Dockerfile", "./x.Dockerfile", "-", "a\e[31m\u202E\n,b:c%\"<&>'", "::error::x",
        "##vso[x]\uDC80\uDCFF", "[x](http://y) `|` @z", "\uD800",
    ];

    private readonly (string Name, Linter Linter)[] _linters =
    [
        .. new[] { Profile.Default, Profile.Strict, Profile.Hadolint, Profile.BuildKit }
            .Select(profile => (profile.ToString(), new Linter(RuleCatalog.For(profile), new LintConfig { Profile = profile }))),
    ];

    private readonly ReportCheck _reports = new();
    private readonly CacheCheck _cache = new();

    /// <inheritdoc/>
    public FuzzFailure? Check(byte[] input)
    {
        ArgumentNullException.ThrowIfNull(input);

        // Everything that varies is taken from the bytes, so that they alone are the input.
        var choice = new FuzzRandom(FuzzRandom.HashOf(input));
        var source = SourceText.FromBytes(input, choice.Pick(s_paths));
        if (ParseCheck.Check(source, out var tree) is { } broken)
        {
            return broken;
        }

        return Scripts(tree) ?? Lint(new LintInput(source), choice, withCache: true);
    }

    /// <summary>All profiles, fixes and reports of an input, and its cache with a sibling.</summary>
    internal FuzzFailure? Lint(LintInput input, FuzzRandom choice, bool withCache)
    {
        var results = new List<LintResult>();
        foreach (var (name, linter) in _linters)
        {
            var result = linter.Lint(input);
            results.Add(result);
            if (Problem(input.Source, result) is { } problem)
            {
                return problem with { Kind = $"{problem.Kind} ({name})" };
            }
        }

        // Each input is fixed by one profile, in its careful and its bold way; two of three by ours with the most rules.
        var (who, fixer) = _linters[choice.Below(6) switch { 0 => 0, 1 => 2 + choice.Below(2), _ => 1 }];
        if ((FixCheck.Check(who, fixer, input, Applicability.Safe)
            ?? FixCheck.Check(who, fixer, input, Applicability.Unsafe)) is { } unfixed)
        {
            return unfixed;
        }

        var reported = results[choice.Below(results.Count)];
        if (_reports.Check(new FileResult(input.Source, reported.Diagnostics) { Suppressed = reported.Suppressed },
            withSlow: choice.Below(8) == 0) is { } unreadable)
        {
            return unreadable;
        }

        if (!withCache)
        {
            return null;
        }

        var before = DockerfileParser.Parse(input.Source);
        var bytes = new ByteMutator(choice).Mutate(input.Source.ToBytes(), []);
        var context = HostileContext.Make(choice);
        return _cache.Check(
            before, DockerfileParser.Parse(SourceText.FromBytes(bytes, "Dockerfile")), context, HostileContext.Change(context, choice));
    }

    private static FuzzFailure? Scripts(SyntaxTree tree)
    {
        foreach (var builder in new[] { Builder.BuildKit, Builder.Classic })
        {
            var model = BuildModel.Create(tree, new BuildOptions { Builder = builder });
            if (model.Errors.FirstOrDefault(error =>
                error.Span.Start < 0 || error.Span.End > tree.Source.Length || error.Span.Length < 0) is { } error)
            {
                return new FuzzFailure("model error span", $"{error.Span}: {error.Message}");
            }
        }

        foreach (var command in tree.Root.Descendants().OfType<CommandInstruction>())
        {
            foreach (var script in RunScript.Create(command, null))
            {
                if (script.Script is { } parsed && parsed.Walk().FirstOrDefault(node =>
                    node.Span.Start < 0 || node.Span.End > script.Text!.Text.Length || node.Span.Length < 0) is { } outside)
                {
                    return new FuzzFailure("script span", $"{outside.GetType().Name} {outside.Span} of {script.Text!.Text.Length}");
                }
            }
        }

        return null;
    }

    private static FuzzFailure? Problem(SourceText source, LintResult result)
    {
        foreach (var finding in result.Diagnostics.Concat(result.Suppressed))
        {
            if (finding.RuleId == Linter.InternalErrorId)
            {
                return new FuzzFailure($"rule failed: {finding.Message.Split('\n')[0]}", finding.Message);
            }

            if (finding.Span.Start < 0 || finding.Span.Length < 0 || finding.Span.End > source.Length || finding.Message.Length == 0)
            {
                return new FuzzFailure($"span of {finding.RuleId}", $"{finding.Span} of {source.Length}: {finding.Message}");
            }

            foreach (var fix in finding.Fixes)
            {
                if (fix.Edits.Edits.Any(edit => edit.Span.Start < 0 || edit.Span.Length < 0 || edit.Span.End > source.Length)
                    || fix.Title.Length == 0)
                {
                    return new FuzzFailure($"edit of {finding.RuleId}", fix.Title);
                }
            }
        }

        return DiagnosticSorter.Sort(result.Diagnostics).SequenceEqual(result.Diagnostics) ? null
            : new FuzzFailure("order", "the findings are not sorted");
    }
}
