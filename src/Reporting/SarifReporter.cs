using System.Text;
using Dockerlint.Linting;
using Dockerlint.Linting.Baseline;
using Dockerlint.Semantics.Context;
using Dockerlint.Text;
using Microsoft.CodeAnalysis.Sarif;
using SarifFix = Microsoft.CodeAnalysis.Sarif.Fix;

namespace Dockerlint.Reporting;

/// <summary>SARIF 2.1.0. The nodes are those of the SARIF object model; <see cref="SarifLogWriter"/> writes them.</summary>
public sealed class SarifReporter : IReporter
{
    private const string RootId = "SRCROOT";
    private const string FingerprintKey = "dockerlintLine/v1";

    /// <inheritdoc/>
    public void Write(RunResult result, TextWriter writer)
    {
        var properties = new SarifProperties();
        new SarifLogWriter(properties, writer).Write(Build(result, properties));
    }

    /// <summary>
    /// The log as nodes. What the object model would serialize at once, such as tags, is put into <paramref name="properties"/>.
    /// </summary>
    internal static SarifLog Build(RunResult result, SarifProperties properties)
    {
        // Those that say nothing are left out: all of them would be a hundred times as long as most logs.
        List<FileResult> files = [.. result.Files];
        var used = files.SelectMany(file => file.Diagnostics.Concat(file.Suppressed)).Select(finding => finding.RuleId)
            .ToHashSet(StringComparer.Ordinal);
        List<RuleInfo> rules = [.. result.Rules.DistinctBy(rule => rule.Id).Where(rule => used.Contains(rule.Id))];
        var indexes = rules.Select((rule, index) => (rule.Id, index))
            .ToDictionary(pair => pair.Id, pair => pair.index, StringComparer.Ordinal);
        List<Result> results = [.. files.SelectMany(file => Convert(file, result.Root, indexes, properties))];
        var run = new Run
        {
            Tool = new Tool
            {
                Driver = new ToolComponent
                {
                    Name = "Dockerlint",
                    Version = result.ToolVersion,
                    InformationUri = RuleLinks.Site is { } site ? new Uri(site) : null,
                    Rules = [.. rules.Select(rule => Describe(rule, properties)), .. DescribeForeign(results, properties)],
                },
            },
            ColumnKind = ColumnKind.Utf16CodeUnits,
            OriginalUriBaseIds = new Dictionary<string, ArtifactLocation> { [RootId] = DescribeRoot(result.Root) },
            Results = results,
        };
        return new SarifLog
        {
            Version = SarifVersion.Current,
            SchemaUri = new Uri("https://json.schemastore.org/sarif-2.1.0.json"),
            Runs = [run],
        };
    }

    private static ReportingDescriptor Describe(RuleInfo rule, SarifProperties properties)
    {
        var descriptor = new ReportingDescriptor
        {
            Id = rule.Id,
            Name = rule.Name,
            ShortDescription = new MultiformatMessageString { Text = rule.Doc.Summary },
            FullDescription = new MultiformatMessageString { Text = rule.Doc.Why },
            Help = new MultiformatMessageString { Text = $"{rule.Doc.Summary}\n\n{rule.Doc.Why}", Markdown = Markdown(rule.Doc) },
            HelpUri = rule.HelpUrl is null ? null : new Uri(rule.HelpUrl),
            DefaultConfiguration = new ReportingConfiguration
            {
                Level = Level(rule.DefaultSeverity),
                Enabled = rule.DefaultSeverity is not Severity.Ignore,
            },
        };
        properties.SetTags(descriptor, [rule.Category.ToString().ToLowerInvariant(), .. rule.Aliases]);
        return descriptor;
    }

    // ShellCheck's rules are not known beforehand, so those of the findings come last. Their findings have no index, which would be
    // another one in each part of a run.
    private static IEnumerable<ReportingDescriptor> DescribeForeign(IEnumerable<Result> results, SarifProperties properties) => results
        .Where(result => result.RuleIndex < 0 && result.RuleId.StartsWith("SC", StringComparison.Ordinal)).Select(result => result.RuleId)
        .Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).Select(id =>
        {
            var (text, page) = ($"ShellCheck's finding {id} in a script", RuleLinks.Of(id));
            var descriptor = new ReportingDescriptor
            {
                Id = id,
                ShortDescription = new MultiformatMessageString { Text = text },
                FullDescription = new MultiformatMessageString
                {
                    Text = $"{text}. ShellCheck looks at the scripts of RUN, CMD, "
                    + "ENTRYPOINT and HEALTHCHECK"
                },
                Help = new MultiformatMessageString { Text = $"{text}: see {page}", Markdown = $"{text}: see [its page]({page})" },
                HelpUri = page is null ? null : new Uri(page),
                DefaultConfiguration = new ReportingConfiguration { Level = FailureLevel.Warning },
            };
            properties.SetTags(descriptor, ["shellcheck"]);
            return descriptor;
        });

    private static string Markdown(RuleDoc doc)
    {
        var text = new StringBuilder($"{doc.Summary}\n\n{doc.Why}\n");
        if (doc.Remedy is { } remedy)
        {
            text.Append('\n').Append(remedy).Append('\n');
        }

        foreach (var example in doc.Examples)
        {
            Block(text, "Bad", example.Bad);
            Block(text, "Good", example.Good);
            if (example.Fixed is not null)
            {
                Block(text, "Fixed", example.Fixed);
            }
        }

        return text.ToString();
    }

    private static void Block(StringBuilder text, string title, string code) =>
        text.Append($"\n{title}:\n\n```dockerfile\n{code.TrimEnd('\n')}\n```\n");

    private static ArtifactLocation DescribeRoot(string? root) => new()
    {
        Uri = root is null ? null : new Uri(FileUri(root).TrimEnd('/') + "/"),
        Description = new Message { Text = "The folder that the program was run in" },
    };

    private static IEnumerable<Result> Convert(
        FileResult file, string? root, Dictionary<string, int> indexes, SarifProperties properties)
    {
        // What is switched off comes last, so that it does not change the numbers of the others.
        IReadOnlyList<Diagnostic> findings = [.. file.Diagnostics, .. file.Suppressed];
        var fingerprints = FindingFingerprint.Of(file.Source, findings);
        for (var i = 0; i < findings.Count; i++)
        {
            var finding = findings[i];
            var result = new Result
            {
                RuleId = finding.RuleId,
                RuleIndex = indexes.GetValueOrDefault(finding.RuleId, -1),
                Level = Level(finding.Severity),
                Rank = ConfidenceName.RankOf(finding.Confidence),
                Message = new Message { Text = Plain(finding.Message) },
                Locations = [Locate(file.Source, finding.Span, root)],
                RelatedLocations = finding.RelatedSpans.Count == 0 ? null :
                [
                    .. finding.RelatedSpans.Select((related, index) =>
                    {
                        var location = Locate(file.Source, related.Span, root);
                        location.Id = index + 1;
                        location.Message = new Message { Text = Plain(related.Message) };
                        return location;
                    }),
                ],
                Suppressions = i < file.Diagnostics.Count ? null
                    : [new Suppression { Kind = SuppressionKind.InSource, Status = SuppressionStatus.Accepted }],
                // A change of the .dockerignore file has no region to replace.
                Fixes = finding.Fixes.Where(fix => fix.Edits.Edits.Count > 0 && FindingJson.CanHold(fix))
                    .Select(fix => Convert(fix, file.Source, root)).ToList() is { Count: > 0 } fixes ? fixes : null,
                PartialFingerprints = new Dictionary<string, string>
                {
                    [FingerprintKey] = fingerprints[i],
                },
            };
            properties.SetConfidence(result, ConfidenceName.Of(finding.Confidence));
            yield return result;
        }
    }

    private static SarifFix Convert(Linting.Fix fix, SourceText source, string? root) => new()
    {
        Description = new Message { Text = Plain(fix.Title) },
        ArtifactChanges =
        [
            new ArtifactChange
            {
                ArtifactLocation = Artifact(source.Path, root),
                Replacements =
                [
                    .. fix.Edits.Edits.Select(edit => new Replacement
                    {
                        DeletedRegion = RegionOf(source, edit.Span),
                        InsertedContent = edit.NewText.Length == 0 ? null : new ArtifactContent { Text = edit.NewText },
                    }),
                ],
            },
        ],
    };

    private static Location Locate(SourceText source, TextSpan span, string? root) => new()
    {
        PhysicalLocation = new PhysicalLocation { ArtifactLocation = Artifact(source.Path, root), Region = RegionOf(source, span) },
    };

    private static ArtifactLocation Artifact(string path, string? root)
    {
        var prefix = root?.TrimEnd('/') + "/";
        if (root is not null && path.StartsWith(prefix, StringComparison.Ordinal))
        {
            path = path[prefix.Length..];
        }

        return path.StartsWith('/')
            ? new ArtifactLocation { Uri = new Uri(FileUri(path)) }
            : new ArtifactLocation
            {
                Uri = new Uri(EscapePath(path.StartsWith("./", StringComparison.Ordinal) ? path[2..] : path), UriKind.Relative),
                UriBaseId = RootId,
            };
    }

    private static string FileUri(string path) => "file:///" + EscapePath(path.TrimStart('/'));

    // A URI is made of bytes, so that every path has one.
    private static string EscapePath(string path) => string.Join('/', path.Split('/').Select(Escape));

    private static string Escape(string part)
    {
        var escaped = new StringBuilder();
        foreach (var octet in PathText.Encode(part))
        {
            _ = char.IsAsciiLetterOrDigit((char)octet) || octet is (byte)'-' or (byte)'.' or (byte)'_' or (byte)'~'
                ? escaped.Append((char)octet)
                : escaped.Append(System.Globalization.CultureInfo.InvariantCulture, $"%{octet:X2}");
        }

        return escaped.ToString();
    }

    // Brackets with a number or an address in parentheses behind them would be a link; such a text is written as the format wants them as
    // text.
    private static string Plain(string text)
    {
        var visible = VisibleText.Escape(text);
        return visible.Contains("](", StringComparison.Ordinal)
            ? visible.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("[", "\\[", StringComparison.Ordinal)
                .Replace("]", "\\]", StringComparison.Ordinal)
            : visible;
    }

    private static Region RegionOf(SourceText source, TextSpan span)
    {
        var start = source.Lines.GetPosition(span.Start);
        var end = source.Lines.GetPosition(span.End);
        return new Region
        {
            StartLine = start.Line,
            StartColumn = Column(source, start),
            EndLine = end.Line,
            EndColumn = Column(source, end),
        };
    }

    // The format does not count a byte order mark as a character of the file.
    private static int Column(SourceText source, LinePosition position) =>
        source.HasByteOrderMark && position is { Line: 1, Column: > 1 } ? position.Column - 1 : position.Column;

    private static FailureLevel Level(Severity severity) => severity switch
    {
        Severity.Error => FailureLevel.Error,
        Severity.Warning => FailureLevel.Warning,
        Severity.Ignore => FailureLevel.None,
        _ => FailureLevel.Note,
    };
}
