using Dockerlint.Linting;

namespace Dockerlint.Rules;

/// <summary>DL3053 of hadolint.</summary>
internal sealed class HadolintLabelNotTime() : HadolintLabelForm(new LabelNotTime(), LabelForm.Rfc3339, LabelText.IsTime);
