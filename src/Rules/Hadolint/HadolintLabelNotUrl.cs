using Dockerlint.Linting;

namespace Dockerlint.Rules;

/// <summary>DL3052 of hadolint.</summary>
internal sealed class HadolintLabelNotUrl() : HadolintLabelForm(new LabelNotUrl(), LabelForm.Url, LabelText.IsAbsoluteUri);
