package org.vizgate.standin.data;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Everything that exists on the pretended server. Immutable.
 *
 * @param sites the sites, in the order people see them
 * @param users the users of all sites
 * @param workbooks the workbooks of all sites, in the order lists have
 */
public record StandInData(List<Site> sites, List<User> users, List<Workbook> workbooks) {
    /** @throws IllegalArgumentException if a LUID or a contentUrl is there twice, or a user or workbook has no site */
    public StandInData {
        sites = List.copyOf(sites);
        users = List.copyOf(users);
        workbooks = List.copyOf(workbooks);
        requireDistinct("contentUrl", sites.stream().map(Site::contentUrl));
        requireDistinct("name on a site", users.stream().map(user -> user.name() + " on " + user.site()));
        requireDistinct("LUID", luids(sites, users, workbooks));
        requireKnown(
                sites,
                Stream.concat(users.stream().map(User::site), workbooks.stream().map(Workbook::site)));
    }

    public Optional<Site> site(String contentUrl) {
        return sites.stream()
                .filter(site -> site.contentUrl().equals(contentUrl))
                .findFirst();
    }

    /** The site of {@code user}. */
    public Site siteOf(User user) {
        return sites.stream()
                .filter(site -> site.luid().equals(user.site()))
                .findFirst()
                .orElseThrow();
    }

    public List<User> usersOf(Site site) {
        return users.stream().filter(user -> user.site().equals(site.luid())).toList();
    }

    /** The users with this LUID or sign-in name: none, one, or one per site. */
    public List<User> usersCalled(String nameOrLuid) {
        return users.stream()
                .filter(user -> user.luid().equals(nameOrLuid) || user.name().equals(nameOrLuid))
                .toList();
    }

    /** The person with this sign-in name, as a user of {@code site}. */
    public Optional<User> user(String name, Site site) {
        return usersOf(site).stream().filter(user -> user.name().equals(name)).findFirst();
    }

    /** Whether the person with this sign-in name administers the server, on whichever site that is written down. */
    public boolean isServerAdministrator(String name) {
        return users.stream().anyMatch(user -> user.name().equals(name) && user.isServerAdministrator());
    }

    /** What {@code user} may see on the user's site. */
    public List<Workbook> workbooksFor(User user) {
        return workbooks.stream().filter(workbook -> workbook.isVisibleTo(user)).toList();
    }

    private static Stream<String> luids(List<Site> sites, List<User> users, List<Workbook> workbooks) {
        return Stream.of(
                        sites.stream().map(Site::luid),
                        users.stream().map(User::luid),
                        workbooks.stream().map(Workbook::luid))
                .flatMap(luids -> luids);
    }

    private static void requireDistinct(String what, Stream<String> values) {
        Set<String> seen = new HashSet<>();
        values.forEach(value -> {
            if (!seen.add(value)) {
                throw new IllegalArgumentException("two things with the same " + what + ": " + value);
            }
        });
    }

    private static void requireKnown(List<Site> sites, Stream<String> siteLuids) {
        Set<String> known = sites.stream().map(Site::luid).collect(Collectors.toSet());
        siteLuids.filter(luid -> !known.contains(luid)).findFirst().ifPresent(luid -> {
            throw new IllegalArgumentException("there is no site with LUID " + luid);
        });
    }
}
