using Dockerlint.Linting;
using Dockerlint.Syntax;

namespace Dockerlint.Rules;

/// <summary>DL3064 of hadolint: parts of names anywhere in a name, and some names as a whole; ARG counts by its first name.</summary>
internal sealed class HadolintSecretInArgOrEnv() : HadolintVariant(new SecretInArgOrEnv())
{
    private static readonly string[] s_parts = ["api_key", "client_key", "password", "private", "secret", "token", "username"];

    // Names that hold none of the parts above.
    private static readonly string[] s_names =
    [
        "APPLICATION_KEY", "AWS_ACCESS_KEY_ID", "CI_DEPLOY_USER", "DOCKER_EMAIL", "FACEBOOK_APP_ID", "HEROKU_API_USER",
        "OKTA_AUTHN_GROUPID", "OKTA_CLIENT_ORGURL", "OKTA_OAUTH2_CLIENTID", "STRIPE_DEVICE_NAME", "TRAVIS_OS_NAME",
        "TRAVIS_SECURE_ENV_VARS", "TRAVIS_SUDO",
    ];

    public override void Register(RuleHooks on) => on.File(static context =>
    {
        foreach (var instruction in context.Tree.Root.Instructions)
        {
            IEnumerable<KeyValueSyntax> pairs = ((instruction as OnbuildInstruction)?.Trigger ?? instruction) switch
            {
                ArgInstruction arg => arg.Pairs.Take(1),
                EnvInstruction env => env.Pairs,
                _ => [],
            };
            if (pairs.Select(HadolintText.Key).FirstOrDefault(IsSecret) is { } name)
            {
                context.Report(instruction.Keyword.Span, $"{name} looks like the name of a secret");
            }
        }
    });

    private static bool IsSecret(string name) => s_names.Contains(name, StringComparer.OrdinalIgnoreCase)
        || Array.Exists(s_parts, part => name.Contains(part, StringComparison.OrdinalIgnoreCase));
}
