package org.vizgate.servlet;

import java.util.List;
import java.util.ServiceLoader;
import java.util.TreeMap;

import org.vizgate.config.ConfigurationException;
import org.vizgate.config.Problem;
import org.vizgate.config.Settings;
import org.vizgate.spi.GrantStore;
import org.vizgate.spi.GrantStoreException;
import org.vizgate.spi.GrantStoreProvider;
import org.vizgate.spi.StoreOptions;

/** The stores that are installed: ours, and those of other jars that the web application sees. */
final class Stores {
    private static final String SETTING = "OAUTH_STORE";

    private Stores() {}

    /**
     * Opens the store that the settings name.
     *
     * @param application sees the web application's jars
     * @throws ConfigurationException if there is no such store, or it does not open
     */
    static GrantStore open(Settings.Store wanted, ClassLoader application) {
        GrantStoreProvider provider = find(wanted, application);
        TreeMap<String, String> options = new TreeMap<>();
        wanted.options().forEach((name, value) -> options.put(name, value.reveal()));
        try {
            return provider.open(new StoreOptions(options));
        } catch (IllegalArgumentException e) {
            throw unusable(wanted, String.valueOf(e.getMessage()), "Correct the options of the store");
        } catch (GrantStoreException e) {
            throw unusable(wanted, "the store did not open: " + e.getMessage(), "Look after it, then start again");
        }
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
