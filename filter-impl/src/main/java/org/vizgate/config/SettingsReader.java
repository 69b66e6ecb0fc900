package org.vizgate.config;

import java.util.List;
import java.util.Optional;

/** Reads the settings of one web application. */
public final class SettingsReader {
    private SettingsReader() {}

    /**
     * Reads and checks every setting.
     *
     * @param sources nearest first: of one name in several places, the first place counts
     * @param contextPath of the web application: empty for the root, otherwise it starts with a slash
     * @throws ConfigurationException with everything that is wrong
     */
    public static Settings read(List<SettingsSource> sources, String contextPath) {
        Findings findings = new Findings();
        Lookup lookup = new Lookup(sources, findings);
        Names.check(sources, lookup);
        GateReader.checkFixed(lookup);
        if (Opening.isOpen(lookup)) {
            return passingThrough(lookup, findings);
        }
        return protecting(lookup, findings, new StoreReader(sources, lookup).read(), contextPath);
    }

    /**
     * Whether the gate should put itself in front of the application: the one setting that counts before, and even
     * without, all others.
     *
     * @param sources nearest first
     * @throws ConfigurationException if {@code OAUTH_AUTO_REGISTER} is neither true nor false
     */
    public static boolean autoRegister(List<SettingsSource> sources) {
        Findings findings = new Findings();
        boolean register = new Lookup(sources, findings).flag(SettingKey.OAUTH_AUTO_REGISTER);
        findings.refuseProblems();
        return register;
    }

    private static Settings passingThrough(Lookup lookup, Findings findings) {
        findings.refuseProblems();
        Opening.warn(lookup);
        return new Settings.PassingThrough(findings.warnings());
    }

    private static Settings protecting(Lookup lookup, Findings findings, Settings.Store store, String contextPath) {
        Settings.Gate gate = new GateReader(lookup, contextPath).read();
        Settings.Keys keys = new KeyReader(lookup).read();
        Settings.Lifetimes lifetimes = new LifetimeReader(lookup).read();
        Settings.Clients clients = new ClientReader(lookup).read();
        Settings.Protection protection = new ProtectionReader(lookup).read(WebUris.isLoopback(gate.issuer()));
        Settings.Tableau tableau = new TableauReader(lookup).read();
        Optional<Settings.Credential> credential = new CredentialReader(lookup).read();
        credential.ifPresent(its -> new CredentialChecks(its, tableau, lookup).check(gate));
        CrossChecks together = new CrossChecks(gate, protection, tableau, lookup);
        together.refuseUncheckedTokens(lifetimes);
        together.refusePassthroughToNowhere();
        together.refuseDocumentsOfAnyHostThroughAProxy(clients);
        together.refuseStatusPageWithoutReaders(clients);
        findings.refuseProblems();
        together.warn(contextPath);
        return new Settings.Protecting(
                gate, keys, lifetimes, store, clients, protection, tableau, credential, findings.warnings());
    }
}
