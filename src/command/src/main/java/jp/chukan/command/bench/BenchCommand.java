package jp.chukan.command.bench;

import jp.chukan.command.bench.growth.GrowthCommand;
import jp.chukan.command.bench.inquiry.InquiryCommand;
import jp.chukan.command.bench.provision.BurstCommand;
import jp.chukan.command.bench.provision.ProvisionCommand;
import jp.chukan.command.bench.records.SealingCommand;
import jp.chukan.command.bench.records.SearchCommand;
import jp.chukan.command.bench.records.VerificationCommand;
import jp.chukan.command.bench.registration.RegistrationCommand;
import jp.chukan.command.bench.soak.SoakCommand;
import picocli.CommandLine.Command;

/** Measures, on an installation of its own. */
@Command(
    name = "bench",
    description = "Measure.",
    subcommands = {
      ProvisionCommand.class,
      GrowthCommand.class,
      SoakCommand.class,
      BurstCommand.class,
      RegistrationCommand.class,
      InquiryCommand.class,
      VerificationCommand.class,
      SealingCommand.class,
      SearchCommand.class
    })
public final class BenchCommand {}
