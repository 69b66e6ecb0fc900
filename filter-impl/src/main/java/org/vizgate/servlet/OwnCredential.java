package org.vizgate.servlet;

import java.util.Optional;

import org.vizgate.config.Settings;
import org.vizgate.credential.PublicKeyText;
import org.vizgate.credential.TableauCredential;
import org.vizgate.credential.TableauException;
import org.vizgate.credential.UnifiedAccess;
import org.vizgate.json.Json;
import org.vizgate.outbound.HttpSender;
import org.vizgate.tableau.ConfiguredSessions;
import org.vizgate.tableau.CredentialTemplate;
import org.vizgate.tableau.ExtraClaims;
import org.vizgate.tableau.Pauses;
import org.vizgate.tableau.SessionKeeper;
import org.vizgate.tableau.SignInJwts;
import org.vizgate.tableau.SignInPlace;
import org.vizgate.tableau.SigningKeys;
import org.vizgate.tableau.TableauSignIns;

/**
 * What the gate itself signs in to Tableau with.
 *
 * @param publishedKey the public half of the key of unified access tokens
 */
record OwnCredential(
        CredentialTemplate template, Optional<String> impersonatedUser, Optional<PublicKeyText> publishedKey) {
    /** A sign-in asks at most three times, with pauses between them, and whose session it is. */
    private static final int REQUESTS_OF_A_SIGN_IN = 6;

    /** @throws IllegalArgumentException if the further claims or the key cannot be used; the message says why */
    static OwnCredential of(Settings.Credential written, Json json) {
        TableauCredential credential = written.additionalPayload()
                .map(payload -> ExtraClaims.added(written.credential(), payload, json))
                .orElse(written.credential());
        return new OwnCredential(
                new CredentialTemplate(credential), written.impersonatedUser(), publishedKey(credential));
    }

    private static Optional<PublicKeyText> publishedKey(TableauCredential credential) {
        try {
            return credential instanceof UnifiedAccess access
                    ? Optional.of(SigningKeys.publicKey(access.key()))
                    : Optional.empty();
        } catch (TableauException e) {
            throw new IllegalArgumentException(e.getMessage());
        }
    }

    boolean isPerCaller() {
        return template.isPerCaller();
    }

    /** Signs in to nothing yet. */
    ConfiguredSessions sessions(
            Settings.Tableau settings, HttpSender sender, TableauSide tableau, Instruments instruments) {
        SignInPlace place = new SignInPlace(settings.server().orElseThrow(), settings.siteName(), impersonatedUser);
        TableauSignIns signIns = new TableauSignIns(
                sender,
                instruments.json(),
                new SignInJwts(instruments.json(), instruments.random(), instruments.clock()),
                tableau.rest().versions(),
                Pauses.real(instruments.random()),
                instruments.clock());
        return new ConfiguredSessions(
                place,
                template,
                new SessionKeeper.Tools(
                        signIns,
                        tableau.rest(),
                        instruments.ages(),
                        settings.requestTimeout().multipliedBy(REQUESTS_OF_A_SIGN_IN),
                        () -> instruments.random().generator().nextDouble()));
    }
}
