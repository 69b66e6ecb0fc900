package org.vizgate;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Stream;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaFieldAccess;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import org.jspecify.annotations.NullMarked;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

/** Which package may know what. */
@AnalyzeClasses(
        packages = "org.vizgate",
        importOptions = {ImportOption.DoNotIncludeTests.class, ArchitectureTest.NoTestJars.class})
class ArchitectureTest {
    /** The tests of another module are tests, too, when they come in a jar. */
    static final class NoTestJars implements ImportOption {
        @Override
        public boolean includes(Location location) {
            return !location.contains("-tests.jar");
        }
    }

    private static final String[] FEATURES = {"resource", "metadata", "client", "authorize", "token", "status"};
    private static final String[] DOMAIN = {"accesstoken", "grant", "tableau", "cloudmanager"};
    private static final String[] GROUND = {
        "protocol",
        "web",
        "page",
        "audit",
        "access",
        "limit",
        "outbound",
        "jose",
        "json",
        "crypto",
        "cache",
        "lazy",
        "config",
        "metrics",
        "metrics"
    };
    private static final String[] API = {"credential", "session", "scope", "spi"};
    private static final String[] OPTIONAL = {"cdi", "security"};
    private static final String EDGE = "org.vizgate.servlet";
    private static final String LIBRARY = "org.vizgate.library";
    private static final String CONTEXT_SETTINGS = EDGE + ".ContextSettings";
    private static final Set<String> LATE_READERS = Set.of("getenv", "getProperty", "getProperties");

    @ArchTest
    static final ArchRule everyPackageHasItsLayer_andLayersKnowThoseBelow = layeredArchitecture()
            .consideringOnlyDependenciesInAnyPackage("org.vizgate..")
            .layer("optional")
            .definedBy(ours(OPTIONAL))
            .layer("servlet")
            .definedBy(EDGE)
            .layer("library")
            .definedBy(LIBRARY)
            .layer("features")
            .definedBy(ours(FEATURES))
            .layer("domain")
            .definedBy(ours(DOMAIN))
            .layer("ground")
            .definedBy(ours(GROUND))
            .layer("stores")
            .definedBy("org.vizgate.store.*")
            .layer("api")
            .definedBy(ours(API))
            .whereLayer("optional")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("library")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("servlet")
            .mayOnlyBeAccessedByLayers("optional")
            .whereLayer("features")
            .mayOnlyBeAccessedByLayers("servlet")
            .whereLayer("domain")
            .mayOnlyBeAccessedByLayers("servlet", "library", "features")
            .whereLayer("ground")
            .mayOnlyBeAccessedByLayers("servlet", "library", "features", "domain")
            .whereLayer("stores")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("api")
            .mayNotAccessAnyLayer()
            .ensureAllClassesAreContainedInArchitecture();

    @ArchTest
    static final ArchRule packages_haveNoCycles =
            slices().matching("org.vizgate.(**)").should().beFreeOfCycles();

    @ArchTest
    static void features_doNotKnowEachOther_butAuthorizeAndTokenKnowClients(JavaClasses all) {
        for (String feature : FEATURES) {
            boolean mayKnowClients = feature.equals("authorize") || feature.equals("token");
            String[] others = Stream.of(FEATURES)
                    .filter(other -> !other.equals(feature) && !(mayKnowClients && other.equals("client")))
                    .toArray(String[]::new);
            noClasses()
                    .that()
                    .resideInAPackage("org.vizgate." + feature)
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(ours(others))
                    .check(all);
        }
    }

    @ArchTest
    static void stores_knowTheStoreInterfaceAndTheirLibraryOnly(JavaClasses all) {
        store("memory").check(all);
        store("jcache", "javax.cache..").check(all);
        store("jdbc", "javax.sql..", "javax.naming..", "com.zaxxer.hikari..").check(all);
    }

    @ArchTest
    static void settings_areKnownToTheEdgeOnly(JavaClasses all) {
        onlyIn(EDGE, dependingOn(resideInAPackage("org.vizgate.config")), all, "org.vizgate.config");
    }

    @ArchTest
    static final ArchRule settings_knowAccessRulesAndLimits =
            onlyKnows("config", "access", "limit", "protocol", "crypto");

    @ArchTest
    static final ArchRule tableau_knowsNothingOfOurAuthorizationServer =
            onlyKnows("tableau", "outbound", "jose", "json", "crypto", "cache");

    @ArchTest
    static final ArchRule cloudManager_knowsHowJwtsAreSigned = onlyKnows("cloudmanager", "tableau", "outbound", "json");

    @ArchTest
    static void servlets_areKnownToTheEdgeTheCallerAndTheOptionalPackagesOnly(JavaClasses all) {
        DescribedPredicate<JavaClass> servlets = dependingOn(resideInAPackage("jakarta.servlet.."));
        onlyIn(EDGE, servlets, all, "org.vizgate.session.TableauCaller", "org.vizgate.cdi.", "org.vizgate.security.");
    }

    @ArchTest
    static void eachOptionalApi_isKnownToItsOptionalPackage(JavaClasses all) {
        onlyIn("org.vizgate.cdi", dependingOn(resideInAPackage("jakarta.enterprise..")), all);
        onlyIn("org.vizgate.security", dependingOn(resideInAPackage("jakarta.security..")), all);
    }

    @ArchTest
    static void eachLibrary_isKnownToOnePackage(JavaClasses all) {
        onlyIn("org.vizgate.jose", dependingOn(resideInAPackage("org.jose4j..")), all);
        onlyIn("org.vizgate.cache", dependingOn(resideInAPackage("com.github.benmanes..")), all);
        onlyIn(
                "org.vizgate.status",
                dependingOn(resideInAnyPackage("javax.management..", "java.lang.management..")),
                all);
        onlyIn("org.vizgate.outbound", dependingOn(resideInAPackage("org.apache.hc..")), all);
        onlyIn("org.vizgate.store.jcache", dependingOn(resideInAPackage("javax.cache..")), all);
        onlyIn("org.vizgate.store.jdbc", dependingOn(resideInAnyPackage("com.zaxxer..", "java.sql..")), all);
        onlyIn(
                "org.vizgate.json",
                dependingOn(resideInAnyPackage("jakarta.json..", "org.eclipse.yasson..", "org.eclipse.parsson..")),
                all);
    }

    @ArchTest
    static void timeAndRandomness_comeFromTheEdge(JavaClasses all) {
        onlyIn(EDGE, using(Clock.class, "systemUTC"), all, LIBRARY);
        onlyIn(EDGE, using(SecureRandom.class, "<init>"), all, LIBRARY);
        noneUses(Clock.class, "systemDefaultZone", all);
        noneUses(System.class, "currentTimeMillis", all);
        noClasses().should().callMethod(Instant.class, "now").check(all);
    }

    @ArchTest
    static void theProcess_isAskedForSettingsInOnePlace(JavaClasses all) {
        DescribedPredicate<JavaClass> asking = DescribedPredicate.describe(
                "ask the process",
                type -> accesses(type)
                        .anyMatch(access -> isOf(access, System.class) && LATE_READERS.contains(access.getName())));
        assertThat(namesOf(all, asking)).containsExactly(CONTEXT_SETTINGS);
    }

    // Two web applications in one Java process must not share anything, nor must one survive its own redeployment.
    @ArchTest
    static final ArchRule staticFields_areFinal =
            fields().that().areStatic().should().beFinal();

    @ArchTest
    static void staticFields_areNotAssignedAfterwards(JavaClasses all) {
        assertThat(all.stream()
                        .flatMap(type -> type.getFieldAccessesFromSelf().stream())
                        .filter(access -> access.getAccessType() == JavaFieldAccess.AccessType.SET)
                        .filter(access -> access.getTarget()
                                .resolveMember()
                                .map(field -> field.getModifiers().contains(JavaModifier.STATIC))
                                .orElse(false))
                        .map(access -> access.getOrigin().getName())
                        .collect(toSet()))
                .containsExactly("<clinit>");
    }

    // Such methods grow until they wait for another server, and Java 21 pins virtual threads to monitors:
    // a block around a few assignments shows what it holds, and whatever waits takes a lock.
    @ArchTest
    static final ArchRule methods_areNotSynchronized = methods().should().notHaveModifier(JavaModifier.SYNCHRONIZED);

    @ArchTest
    static void everyPackage_isNullMarked(JavaClasses all) {
        assertThat(all.stream().map(JavaClass::getPackage).collect(toSet()))
                .hasSizeGreaterThan(FEATURES.length + DOMAIN.length + GROUND.length + API.length)
                .allSatisfy(known -> assertThat(known.isAnnotatedWith(NullMarked.class))
                        .as(known.getName())
                        .isTrue());
    }

    private static ArchRule store(String name, String... libraries) {
        String[] packages = Stream.concat(
                        Stream.of("org.vizgate.store." + name, "org.vizgate.spi", "java..", "org.jspecify.."),
                        Arrays.stream(libraries))
                .toArray(String[]::new);
        return classes()
                .that()
                .resideInAPackage("org.vizgate.store." + name)
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(packages);
    }

    private static ArchRule onlyKnows(String name, String... known) {
        String[] packages = Stream.of(
                        Stream.of("org.vizgate." + name, "java..", "javax..", "org.w3c.dom..", "org.xml.sax.."),
                        Stream.of(
                                "org.jspecify..", "org.vizgate.session", "org.vizgate.scope", "org.vizgate.credential"),
                        Arrays.stream(ours(known)))
                .flatMap(part -> part)
                .toArray(String[]::new);
        return classes()
                .that()
                .resideInAPackage("org.vizgate." + name)
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(packages);
    }

    /** That what is asked for exists in one package, so the question makes sense, and nowhere else but in some places. */
    private static void onlyIn(
            String packageName, DescribedPredicate<JavaClass> question, JavaClasses all, String... elsewhere) {
        Set<String> inside = all.stream()
                .filter(type -> type.getPackageName().equals(packageName))
                .filter(question)
                .map(JavaClass::getName)
                .collect(toSet());
        assertThat(inside).as("in " + packageName + ": " + question).isNotEmpty();
        assertThat(namesOf(all, question))
                .as("outside of " + packageName + ": " + question)
                .filteredOn(name -> Arrays.stream(elsewhere).noneMatch(name::startsWith))
                .containsExactlyInAnyOrderElementsOf(inside);
    }

    private static void noneUses(Class<?> type, String member, JavaClasses all) {
        assertThat(type.getMethods())
                .as("the rule names a method")
                .anyMatch(method -> method.getName().equals(member));
        assertThat(namesOf(all, using(type, member))).isEmpty();
    }

    private static DescribedPredicate<JavaClass> dependingOn(DescribedPredicate<JavaClass> target) {
        return DescribedPredicate.describe(
                "depend on " + target,
                type -> type.getDirectDependenciesFromSelf().stream()
                        .anyMatch(dependency -> target.test(dependency.getTargetClass())));
    }

    private static DescribedPredicate<JavaClass> using(Class<?> owner, String member) {
        return DescribedPredicate.describe(
                "use " + owner.getSimpleName() + "." + member,
                type -> accesses(type)
                        .anyMatch(access ->
                                isOf(access, owner) && access.getName().equals(member)));
    }

    private static Stream<? extends JavaAccess<?>> accesses(JavaClass type) {
        return Stream.concat(type.getAccessesFromSelf().stream(), type.getMethodReferencesFromSelf().stream());
    }

    private static boolean isOf(JavaAccess<?> access, Class<?> owner) {
        return access.getTargetOwner().isEquivalentTo(owner);
    }

    private static Set<String> namesOf(JavaClasses all, DescribedPredicate<JavaClass> question) {
        return all.stream().filter(question).map(JavaClass::getName).collect(toSet());
    }

    private static String[] ours(String... names) {
        return Arrays.stream(names).map(name -> "org.vizgate." + name).toArray(String[]::new);
    }
}
