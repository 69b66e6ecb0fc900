package org.vizgate.standin.data;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The people and workbooks that are there by default.
 *
 * <p>{@link #JO_SALES} and {@link #JO_MARKETING} sign in with the same name and are two users. {@link #ADA_SALES} is an
 * administrator with an account on the Default site too; {@link #MAX_SALES} exists on the sales site only.
 */
public final class SampleData {
    public static final Site SALES = new Site("5b1f6a0e-0001-4c3d-8e9f-102030405060", "Sales EMEA", "sales");
    public static final Site MARKETING = new Site("5b1f6a0e-0002-4c3d-8e9f-102030405060", "Marketing", "marketing");
    public static final Site DEFAULT = new Site("5b1f6a0e-0003-4c3d-8e9f-102030405060", "Default", "");

    public static final User ADA_SALES = user(1, SALES, "ada@corp.example", "Ada Okafor", "SiteAdministratorCreator");
    public static final User JO_SALES = user(2, SALES, "jo@corp.example", "Jo Almeida", "Explorer");
    public static final User MAX_SALES = user(3, SALES, "max@corp.example", "Max Lindqvist", "Viewer");
    public static final User JO_MARKETING = user(4, MARKETING, "jo@corp.example", "Jo Brandt", "Creator");
    public static final User LI_MARKETING = user(5, MARKETING, "li@corp.example", "Li Wei", "Explorer");
    public static final User ADA_DEFAULT = user(6, DEFAULT, "ada@corp.example", "Ada Okafor", "ServerAdministrator");
    public static final User NOOR_DEFAULT = user(7, DEFAULT, "noor@corp.example", "Noor Haddad", "Viewer");

    /** How many workbooks every user of the sales site sees: two pages of the usual hundred. */
    public static final int SALES_FOR_ALL = 130;

    private SampleData() {}

    /** The whole set. */
    public static StandInData create() {
        List<Workbook> workbooks = new ArrayList<>();
        for (int number = 1; number <= SALES_FOR_ALL; number++) {
            workbooks.add(workbook(number, SALES, "Sales report " + digits(number, 3), Set.of()));
        }
        workbooks.add(workbook(201, SALES, "Jo's pipeline", Set.of(JO_SALES.luid())));
        workbooks.add(workbook(202, SALES, "Bonus & commissions <draft>", Set.of(ADA_SALES.luid())));
        workbooks.add(workbook(301, MARKETING, "Campaigns", Set.of()));
        workbooks.add(workbook(302, MARKETING, "Newsletter reach", Set.of()));
        workbooks.add(workbook(303, MARKETING, "Jo's plan", Set.of(JO_MARKETING.luid())));
        workbooks.add(workbook(401, DEFAULT, "Superstore", Set.of()));
        return new StandInData(
                List.of(SALES, MARKETING, DEFAULT),
                List.of(ADA_SALES, JO_SALES, MAX_SALES, JO_MARKETING, LI_MARKETING, ADA_DEFAULT, NOOR_DEFAULT),
                workbooks);
    }

    private static User user(int number, Site site, String name, String fullName, String role) {
        return new User("7d0c3a52-" + digits(number, 4) + "-4f6e-9b1a-0a0b0c0d0e0f", site.luid(), name, fullName, role);
    }

    private static Workbook workbook(int number, Site site, String name, Set<String> readers) {
        return new Workbook("c0ffee00-" + digits(number, 4) + "-4b0b-8a0a-0f0e0d0c0b0a", site.luid(), name, readers);
    }

    // Not String.format: digits follow the locale there.
    private static String digits(int number, int length) {
        String digits = String.valueOf(number);
        return "0".repeat(length - digits.length()) + digits;
    }
}
