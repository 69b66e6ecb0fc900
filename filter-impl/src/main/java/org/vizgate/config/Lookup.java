package org.vizgate.config;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import org.vizgate.session.Secret;

/**
 * Finds settings and reads them as typed values. What is wrong becomes a problem, and the answer is then what it would be
 * if the setting were not set. For one thread.
 */
final class Lookup {
    private final List<SettingsSource> sources;
    private final Findings findings;

    Lookup(List<SettingsSource> sources, Findings findings) {
        this.sources = List.copyOf(sources);
        this.findings = findings;
    }

    /** What is written under the key's own names; empty if nothing or blank text is. */
    Optional<Entry> entry(SettingKey key) {
        for (String name : key.valueNames()) {
            Optional<Entry> found = nearest(name);
            if (found.isPresent()) {
                return filled(found);
            }
        }
        return Optional.empty();
    }

    private static Optional<Entry> filled(Optional<Entry> entry) {
        return entry.isPresent() && entry.get().isFilled() ? entry : Optional.empty();
    }

    /** What is written under the name of the key's file. */
    Optional<Entry> fileEntry(SettingKey key) {
        Optional<String> name = key.fileName();
        return name.isPresent() ? filled(nearest(name.get())) : Optional.empty();
    }

    /** The nearest place that has {@code name}; it counts even if it holds nothing but blanks. */
    Optional<Entry> nearest(String name) {
        for (SettingsSource source : sources) {
            Optional<String> text = source.value(name);
            if (text.isPresent()) {
                return Optional.of(new Entry(name, text.get(), source.describe(name)));
            }
        }
        return Optional.empty();
    }

    boolean has(SettingKey key) {
        return entry(key).isPresent() || fileEntry(key).isPresent();
    }

    /** A setting whose absence means something of its own. */
    <T> Optional<T> given(SettingKey key, Parser<T> parser) {
        Optional<Entry> entry = entry(key);
        return entry.isPresent()
                ? parsed(key.kind(), entry.get(), entry.get().text().strip(), parser)
                : Optional.empty();
    }

    /** A setting whose default is a text that {@code parser} takes. */
    <T> T value(SettingKey key, Parser<T> parser) {
        Optional<T> given = given(key, parser);
        return given.isPresent() ? given.get() : parser.parse(key.defaultText());
    }

    boolean flag(SettingKey key) {
        return value(key, Words::flag);
    }

    Duration duration(SettingKey key, Duration shortest, Duration longest) {
        return value(key, Milliseconds.between(shortest, longest));
    }

    /** The elements of a list; those that are wrong are left out. */
    <T> List<T> list(SettingKey key, Pattern separator, Parser<T> parser) {
        Optional<Entry> entry = entry(key);
        if (entry.isEmpty()) {
            return List.of();
        }
        List<T> elements = new ArrayList<>();
        for (String element : separator.split(entry.get().text(), -1)) {
            if (!element.isBlank()) {
                parsed(key.kind(), entry.get(), element.strip(), parser).ifPresent(elements::add);
            }
        }
        return elements;
    }

    Optional<Secret> secret(SettingKey key) {
        return secret(key, Secret::of);
    }

    /** A secret from its own setting or from the file that another one names. */
    <T> Optional<T> secret(SettingKey key, Parser<T> parser) {
        return secret(entry(key), fileEntry(key), key.kind(), parser);
    }

    /** A setting that only a store knows: any of them may be a secret, and may come from a file. */
    Optional<Secret> storeOption(String name) {
        return secret(
                filled(nearest(name)),
                filled(nearest(name + SettingKey.FILE_SUFFIX)),
                SettingKind.SECRET,
                text -> Secret.of(text.strip()));
    }

    private <T> Optional<T> secret(Optional<Entry> value, Optional<Entry> file, SettingKind kind, Parser<T> parser) {
        if (value.isPresent() && file.isPresent()) {
            problem(
                    value.get(),
                    "is set together with " + file.get().described(),
                    "Keep one of the two; one that is set to nothing counts as not set");
        }
        if (value.isPresent()) {
            return parsed(kind, value.get(), value.get().text(), parser);
        }
        return file.isPresent() ? fromFile(kind, file.get(), parser) : Optional.empty();
    }

    /** The text of the file that a setting names. */
    <T> Optional<T> file(SettingKey key, Parser<T> parser) {
        Optional<Entry> entry = entry(key);
        return entry.isPresent() ? fromFile(key.kind(), entry.get(), parser) : Optional.empty();
    }

    private <T> Optional<T> fromFile(SettingKind kind, Entry entry, Parser<T> parser) {
        return parsed(kind, entry, entry.text().strip(), path -> parser.parse(SettingFile.read(path, kind)));
    }

    private <T> Optional<T> parsed(SettingKind kind, Entry entry, String text, Parser<T> parser) {
        try {
            return Optional.of(parser.parse(text));
        } catch (Misfit e) {
            String value = kind.isSecret() ? "" : Shown.quoted(text) + " ";
            problem(entry, value + e.fault(), e.remedy());
            return Optional.empty();
        }
    }

    void problem(Entry entry, String fault, String remedy) {
        findings.problem(entry.name(), entry.origin(), fault, remedy);
    }

    /** A problem with a setting as it is, or as it is not. */
    void problem(SettingKey key, String fault, String remedy) {
        @Nullable Entry entry = entry(key).or(() -> fileEntry(key)).orElse(null);
        findings.problem(key.name(), entry == null ? "not set" : entry.origin(), fault, remedy);
    }

    void warning(String text) {
        findings.warning(text);
    }
}
