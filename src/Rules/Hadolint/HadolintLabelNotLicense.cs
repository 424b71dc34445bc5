using Dockerlint.Linting;

namespace Dockerlint.Rules;

/// <summary>DL3054 of hadolint: one licence id, in its own case.</summary>
internal sealed class HadolintLabelNotLicense() : HadolintLabelForm(new LabelNotLicense(), LabelForm.Spdx, SpdxLicenses.IsId);
