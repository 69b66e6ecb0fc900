package org.vizgate.servlet;

import org.vizgate.config.Settings;
import org.vizgate.outbound.HttpSender;
import org.vizgate.tableau.SiteLock;
import org.vizgate.tableau.TableauAuthorization;
import org.vizgate.tableau.TableauHosts;
import org.vizgate.tableau.TableauRestClient;

/** The Tableau behind the gate, and how it is spoken to. */
record TableauSide(TableauHosts hosts, SiteLock site, TableauAuthorization authorization, TableauRestClient rest) {
    static TableauSide of(Settings.Tableau settings, TableauHosts hosts, HttpSender sender, Instruments instruments) {
        return new TableauSide(
                hosts,
                new SiteLock(settings.siteName(), settings.lockSite()),
                new TableauAuthorization(sender, instruments.json(), hosts, instruments.clock()),
                new TableauRestClient(sender, instruments.json(), settings.apiVersion(), instruments.clock()));
    }
}
