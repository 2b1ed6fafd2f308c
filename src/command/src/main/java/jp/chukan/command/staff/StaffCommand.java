package jp.chukan.command.staff;

import picocli.CommandLine.Command;

/** The staff, as far as the operator has to do with them. */
@Command(
    name = "staff",
    description = "Make the first 団体管理者 of an institution.",
    subcommands = FirstAdministratorCommand.class)
public final class StaffCommand {}
