package org.ronghe.platform.jobs;

import java.time.Instant;
import org.ronghe.platform.web.Saying;

/// A line of a job's log.
///
/// @param number from 1 in each job
public record JobLine(int number, Instant at, Saying said) {}
