package org.vizgate.servlet;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.TreeMap;

import org.vizgate.config.ConfigurationException;
import org.vizgate.config.Problem;
import org.vizgate.config.Settings;
import org.vizgate.grant.Revocations;
import org.vizgate.spi.EntryKind;
import org.vizgate.spi.GrantStore;
import org.vizgate.spi.GrantStoreException;
import org.vizgate.spi.GrantStoreProvider;
import org.vizgate.spi.StoreOptions;

/** The stores that are installed: ours, and those of other jars that the web application sees. */
final class Stores {
    private static final String SETTING = "OAUTH_STORE";
    private static final Duration LONGEST_CODE = Duration.ofMinutes(1);

    private Stores() {}

    /**
     * Opens the store that the settings name.
     *
     * @param lifetimes say how long entries can live
     * @param application sees the web application's jars
     * @throws ConfigurationException if there is no such store, or it does not open
     */
    static GrantStore open(Settings.Store wanted, Settings.Lifetimes lifetimes, ClassLoader application) {
        GrantStoreProvider provider = find(wanted, application);
        TreeMap<String, String> options = new TreeMap<>();
        wanted.options().forEach((name, value) -> options.put(name, value.reveal()));
        try {
            return provider.open(new StoreOptions(options, longestLives(lifetimes)));
        } catch (IllegalArgumentException e) {
            throw unusable(wanted, String.valueOf(e.getMessage()), "Correct the options of the store");
        } catch (GrantStoreException e) {
            throw unusable(wanted, "the store did not open: " + e.getMessage(), "Look after it, then start again");
        }
    }

    private static Map<EntryKind, Duration> longestLives(Settings.Lifetimes lifetimes) {
        return Map.of(
                EntryKind.STATE, lifetimes.pendingAuthorization(),
                // A spent code stays as long as the refresh token that it gave.
                EntryKind.CODE, longer(lifetimes.authorizationCode().orElse(LONGEST_CODE), lifetimes.refreshToken()),
                EntryKind.REFRESH, lifetimes.refreshToken(),
                EntryKind.REVOCATION, Revocations.life(lifetimes.accessToken()));
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    private static GrantStoreProvider find(Settings.Store wanted, ClassLoader application) {
        List<GrantStoreProvider> installed = ServiceLoader.load(GrantStoreProvider.class, application).stream()
                .map(ServiceLoader.Provider::get)
                .toList();
        return installed.stream()
                .filter(provider -> provider.name().equals(wanted.name()))
                .findFirst()
                .orElseThrow(() -> unusable(
                        wanted,
                        "no such store is installed; there are " + names(installed),
                        "Write one of these, or put the jar of the store into WEB-INF/lib"));
    }

    private static String names(List<GrantStoreProvider> installed) {
        return String.join(
                ", ",
                installed.stream()
                        .map(GrantStoreProvider::name)
                        .distinct()
                        .sorted()
                        .toList());
    }

    private static ConfigurationException unusable(Settings.Store wanted, String fault, String remedy) {
        return new ConfigurationException(List.of(new Problem(SETTING, wanted.name(), fault, remedy)), List.of());
    }
}
