// SPDX-License-Identifier: Apache-2.0
package de.ozgkit.examples.quickstart.cli;

import picocli.CommandLine.Command;

/** {@code ozgkit saml}: what concerns the log-in. */
@Command(
        name = "saml",
        description = "Prepares the log-in with a citizens' account.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "check",
        subcommands = SamlCheckCommand.class)
final class SamlCommand {}
