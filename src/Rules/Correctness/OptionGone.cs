using Dockerlint.Commands;
using Dockerlint.Linting;

namespace Dockerlint.Rules;

internal sealed class OptionGone : Rule
{
    public override RuleInfo Info { get; } = new("DK6036", "option-gone", Category.Correctness, Severity.Info)
    {
        Since = "0.2",
        Confidence = Confidence.Likely,
        Doc = new(
            "A command has an option that newer versions of its tool refuse.",
            """
            The build breaks on the day when the base image brings the newer version, in a step that nobody has touched.
            """,
            [
                new(
                    Bad: """
                    FROM ruby:4.0
                    RUN bundle install --without development test
                    """,
                    Good: """
                    FROM ruby:4.0
                    RUN bundle config set without 'development test' && bundle install
                    """),
                new(
                    Bad: """
                    FROM ruby:3.4
                    RUN gem install --no-ri --no-rdoc rake -v 13.2.1
                    """,
                    Good: """
                    FROM ruby:3.4
                    RUN gem install --no-document rake -v 13.2.1
                    """),
            ])
        {
            Remedy = """
                Write what the message says in its place. Where an old version is held on purpose, ignore the finding.
                """,
        },
    };

    public override void Register(RuleHooks on) => on.Invocation(static (use, context) =>
    {
        var command = use.Invocation;
        foreach (var gone in command.Verb?.Gone ?? [])
        {
            foreach (var option in command.Options)
            {
                if (gone.Names.Contains(option.MainName))
                {
                    context.Report(command.Text.ToSource(option.Span),
                        $"{command.Tool} {command.VerbName} has no {option.Name} from {gone.Since} on: use {gone.Instead.Replace("*",
                            option.MainName.TrimStart('-'), StringComparison.Ordinal)}");
                    return;
                }
            }
        }
    });
}
