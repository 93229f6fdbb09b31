package org.ronghe.platform.jobs.internal;

import org.ronghe.platform.jobs.Job;
import org.ronghe.platform.web.Listing;
import org.ronghe.platform.web.View;

/// What the list of jobs shows.
public record JobList(View view, Listing<Job> jobs) {}
