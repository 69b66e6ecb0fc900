package org.vizgate.config;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.vizgate.access.PublicPaths;
import org.vizgate.access.ScopeRules;
import org.vizgate.credential.ApiVersion;
import org.vizgate.credential.TableauCredential;
import org.vizgate.limit.AddressRange;
import org.vizgate.limit.Rate;
import org.vizgate.scope.Scopes;
import org.vizgate.session.Secret;

/** What the settings amount to: a gate that protects, or one that was explicitly opened. Immutable; prints no secret. */
public sealed interface Settings {
    /** What an administrator should know although the start goes on; each a whole sentence or more. */
    List<String> warnings();

    /** The gate is closed: callers need an access token. */
    record Protecting(
            Gate gate,
            Keys keys,
            Lifetimes lifetimes,
            Store store,
            Clients clients,
            Protection protection,
            Tableau tableau,
            Optional<Credential> credential,
            List<String> warnings)
            implements Settings {
        public Protecting {
            warnings = List.copyOf(warnings);
        }
    }

    /** Where the Tableau session of a request comes from. */
    enum Auth {
        /** It is inside the access token. */
        OAUTH,
        PAT,
        DIRECT_TRUST,
        UAT,
        USERNAME_PASSWORD;

        /** As it is written in {@code AUTH}. */
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** Stands, in what the gate signs in with, for the name of whoever is calling. */
    String CALLERS_NAME = "{OAUTH_USERNAME}";

    /**
     * What the gate itself signs in to Tableau with.
     *
     * @param credential without what {@code additionalPayload} says; its key is not parsed yet
     * @param impersonatedUser LUID
     * @param additionalPayload a JSON object with further claims of the JWT, not parsed yet
     */
    record Credential(
            Auth auth,
            TableauCredential credential,
            Optional<String> impersonatedUser,
            Optional<String> additionalPayload) {}

    /** {@code DANGEROUSLY_DISABLE_OAUTH}: every request goes through, and nobody is known. */
    record PassingThrough(List<String> warnings) implements Settings {
        public PassingThrough {
            warnings = List.copyOf(warnings);
        }
    }

    /**
     * Who we are.
     *
     * @param issuer without a trailing slash, query or fragment
     * @param redirectUri our callback, as Tableau knows it
     * @param resources identifiers of what is protected; at least one, the first is the primary one
     * @param endpointPath context-relative, starts with a slash and does not end with one
     * @param statusPage whether clients with a configured secret may read the state of the gate
     */
    record Gate(
            URI issuer,
            URI redirectUri,
            List<URI> resources,
            String endpointPath,
            TokenFormat tokenFormat,
            boolean acceptUnsignedTokens,
            boolean autoRegister,
            boolean statusPage) {
        public Gate {
            resources = List.copyOf(resources);
        }
    }

    /** How an access token that we issue is protected. */
    enum TokenFormat {
        /** Signed, then encrypted to our RSA key. */
        RSA,
        /** Encrypted under a key derived from it. */
        DIRECT
    }

    /**
     * What seals and signs.
     *
     * @param privateKeyPem one or more PEM blocks, not parsed yet; line ends are real ones
     * @param sealingKey base64 of exactly 32 bytes; empty to derive it
     * @param jcaProvider name or class of the provider that decrypts; empty for the JDK's
     */
    record Keys(
            Secret privateKeyPem,
            Optional<Secret> passphrase,
            Optional<Secret> sealingKey,
            Optional<String> jcaProvider) {}

    /**
     * How long things live, and how often they are checked.
     *
     * @param authorizationCode empty: 10 s, or 60 s for a redirect to a custom scheme
     * @param refreshToken counted from the last use
     * @param refreshTokenMaxAge counted from the sign-in
     * @param refreshGrace zero for none
     * @param sessionCheckInterval zero for every request, empty for never
     */
    record Lifetimes(
            Optional<Duration> authorizationCode,
            Duration pendingAuthorization,
            Duration accessToken,
            Duration refreshToken,
            Duration refreshTokenMaxAge,
            Duration refreshGrace,
            Duration registration,
            Optional<Duration> sessionCheckInterval,
            boolean refuseWhenSessionCheckFails,
            Duration revocationCheckInterval) {}

    /**
     * Where grants are kept.
     *
     * @param name of the store: lower-case letters and digits
     * @param options what follows {@code OAUTH_STORE_}, the store's name and {@code _} in the names of settings
     */
    record Store(String name, Map<String, Secret> options) {
        public Store {
            options = Copies.ordered(options);
        }
    }

    /**
     * Who may ask for tokens.
     *
     * @param secretPairs client id to secret, in the order they were written
     * @param clientsFileText the JSON of {@code OAUTH_CLIENTS_FILE}, not parsed yet
     * @param metadataHosts hosts, or {@code host:port}, whose client id metadata documents are read; an empty set
     *     for every public host, nothing for none
     * @param blocked client ids
     * @param blockedUsers LUIDs
     * @param redirectSchemes lower case; empty: any private-use scheme
     */
    record Clients(
            Map<String, Secret> secretPairs,
            Optional<String> clientsFileText,
            boolean dynamicRegistration,
            Optional<Set<String>> metadataHosts,
            Set<String> blocked,
            Set<String> blockedUsers,
            Optional<Set<String>> redirectSchemes,
            Consent consent) {
        public Clients {
            secretPairs = Copies.ordered(secretPairs);
            metadataHosts = metadataHosts.map(Copies::ordered);
            blocked = Copies.ordered(blocked);
            blockedUsers = Copies.ordered(blockedUsers);
            redirectSchemes = redirectSchemes.map(Copies::ordered);
        }

        /** Leaves out the text of the file: client metadata may hold client secrets. */
        @Override
        public String toString() {
            return "Clients[secretPairs=" + secretPairs + ", clientsFile=" + clientsFileText.isPresent()
                    + ", dynamicRegistration=" + dynamicRegistration + ", metadataHosts="
                    + metadataHosts + ", blocked=" + blocked + ", blockedUsers=" + blockedUsers + ", redirectSchemes="
                    + redirectSchemes + ", consent=" + consent + "]";
        }
    }

    /** When a user is asked whether a client may act for them. */
    enum Consent {
        ALWAYS,
        /** Not again for a while in the same browser. */
        REMEMBER,
        /** Not for configured clients; for others as {@link #REMEMBER}. */
        NEVER
    }

    /**
     * What the gate asks of a request.
     *
     * @param scopesSupported scopes that may be granted; empty: those of the rules
     * @param allowedOrigins in the form that browsers send, apart from the issuer's own
     * @param cors whether the gate answers CORS itself
     * @param allowedHosts lower case, {@code host} or {@code host:port}; empty: no list
     * @param rateLimit of each endpoint for each address; empty: none
     * @param trustedProxies whose word about the address of a client counts
     * @param passthrough empty: nobody comes in with a Tableau session alone
     */
    record Protection(
            boolean scopesDisabled,
            Optional<Scopes> scopesSupported,
            ScopeRules scopeRules,
            PublicPaths publicPaths,
            Set<String> allowedOrigins,
            boolean cors,
            Set<String> allowedHosts,
            Optional<Rate> rateLimit,
            List<AddressRange> trustedProxies,
            Optional<Passthrough> passthrough) {
        public Protection {
            allowedOrigins = Copies.ordered(allowedOrigins);
            allowedHosts = Copies.ordered(allowedHosts);
            trustedProxies = List.copyOf(trustedProxies);
        }
    }

    /**
     * How Tableau sessions are taken in place of access tokens.
     *
     * @param checkInterval zero for every request
     * @param scopes of such callers
     */
    record Passthrough(Duration checkInterval, Scopes scopes) {}

    /**
     * The Tableau behind the gate.
     *
     * @param server scheme, host and port; empty: Tableau Cloud, whichever pod the user belongs to
     * @param siteName content URL; empty text for none
     * @param requestTimeout for a whole exchange
     * @param apiVersion empty: what the server says
     * @param proxy scheme http, with host and port
     */
    record Tableau(
            Optional<URI> server,
            String siteName,
            boolean lockSite,
            Duration requestTimeout,
            Optional<ApiVersion> apiVersion,
            Optional<String> caCertificatesPem,
            boolean tlsVerificationDisabled,
            Optional<URI> proxy) {}
}
