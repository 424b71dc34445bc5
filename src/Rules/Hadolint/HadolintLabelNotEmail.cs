using Dockerlint.Linting;

namespace Dockerlint.Rules;

/// <summary>DL3058 of hadolint: a bare address.</summary>
internal sealed class HadolintLabelNotEmail() : HadolintLabelForm(new LabelNotEmail(), LabelForm.Email, LabelText.IsAddress);
