package org.sepakat;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** [R1] The pure packages import no Vert.x, no SQL and no clock; features lie inside, technologies at the rim. */
@AnalyzeClasses(packages = "org.sepakat", importOptions = ImportOption.DoNotIncludeTests.class)
final class HouseTest {

    private static final String[] PURE = {
        "org.sepakat.text..", "org.sepakat.agreement..", "org.sepakat.study..", "org.sepakat.consensus.."
    };

    @ArchTest
    static final ArchRule thePurePackagesKnowNoTechnology = noClasses()
            .that()
            .resideInAnyPackage(PURE)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "io.vertx..", "java.sql..", "java.net..", "java.nio.file..", "com.fasterxml..", "org.slf4j..");

    @ArchTest
    static final ArchRule thePurePackagesKnowNoClockAndNoChance = noClasses()
            .that()
            .resideInAnyPackage(PURE)
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.time.Clock")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(System.class, "nanoTime")
            .orShould()
            .callMethod(java.time.Instant.class, "now")
            .orShould()
            .callMethod(java.util.UUID.class, "randomUUID")
            .orShould()
            .callMethod(Math.class, "random");

    @ArchTest
    static final ArchRule textKnowsNothingOfTheHouse = onlyKnows("text", "text");

    @ArchTest
    static final ArchRule agreementKnowsTextOnly =
            onlyKnows("agreement", "text").allowEmptyShould(true);

    @ArchTest
    static final ArchRule studyKnowsTextOnly = onlyKnows("study", "text");

    @ArchTest
    static final ArchRule storeKnowsThePureOnesAndTheDatabase =
            onlyKnows("store", "text", "agreement", "study", "consensus", "db");

    @ArchTest
    static final ArchRule logKnowsStoreAndThePureOnes =
            onlyKnows("log", "text", "agreement", "study", "consensus", "db", "store");

    @ArchTest
    static final ArchRule liveKnowsLogStoreAndThePureOnes = onlyKnows(
                    "live", "text", "agreement", "study", "consensus", "db", "store", "log")
            .allowEmptyShould(true);

    @ArchTest
    static final ArchRule demoKnowsLogStoreExchangeAndThePureOnes =
            onlyKnows("demo", "text", "agreement", "study", "consensus", "db", "store", "log", "exchange");

    @ArchTest
    static final ArchRule noPackageButTheCommandLineKnowsTheCommandLine = noClasses()
            .that()
            .resideOutsideOfPackage("org.sepakat.cli..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.sepakat.cli..");

    private static ArchRule onlyKnows(String room, String... others) {
        var allowed = new String[others.length + 1];
        allowed[0] = "org.sepakat." + room + "..";
        for (int i = 0; i < others.length; i++) {
            allowed[i + 1] = "org.sepakat." + others[i] + "..";
        }
        return classes()
                .that()
                .resideInAPackage("org.sepakat." + room + "..")
                .should()
                .onlyDependOnClassesThat(com.tngtech.archunit.base.DescribedPredicate.describe(
                        "are of another house or of " + String.join(", ", allowed),
                        c -> !c.getPackageName().startsWith("org.sepakat")
                                || java.util.Arrays.stream(allowed)
                                        .map(a -> a.substring(0, a.length() - 2))
                                        .anyMatch(a -> c.getPackageName().equals(a)
                                                || c.getPackageName().startsWith(a + "."))));
    }
}
