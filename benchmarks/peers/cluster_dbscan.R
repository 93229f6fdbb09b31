# R's dbscan on the points of a benchmark, as chords between unit vectors in a k-d tree.
# usage: Rscript cluster_dbscan.R POINTS RADIUS_METERS MINIMUM RUNS SECONDS LABELS
# POINTS holds little-endian doubles, latitude then longitude in degrees.
suppressMessages(library(dbscan))
args <- commandArgs(trailingOnly = TRUE)
size <- file.info(args[1])$size / 8
points <- matrix(readBin(args[1], "double", size, endian = "little"), ncol = 2, byrow = TRUE) * pi / 180
vectors <- cbind(
  cos(points[, 1]) * cos(points[, 2]), cos(points[, 1]) * sin(points[, 2]), sin(points[, 1]))
eps <- 2 * sin(as.numeric(args[2]) / (2 * 6371008.8))
minimum <- as.integer(args[3])
wall <- c()
cpu <- c()
begin <- proc.time()[["elapsed"]]
repeat {
  time <- system.time(found <- dbscan(vectors, eps = eps, minPts = minimum))
  wall <- c(wall, time[["elapsed"]])
  cpu <- c(cpu, time[["user.self"]] + time[["sys.self"]])
  if (length(wall) > as.integer(args[4]) || proc.time()[["elapsed"]] - begin > as.numeric(args[5])) break
}
if (length(wall) > 1) {
  wall <- wall[-1]
  cpu <- cpu[-1]
}
cores <- is.corepoint(vectors, eps = eps, minPts = minimum)
writeBin(as.integer(found$cluster) - 1L, args[6], size = 4, endian = "little")
writeBin(as.raw(cores), paste0(args[6], ".cores"))
cat(sprintf(
  '{"seconds": %.4f, "best_seconds": %.4f, "cpu_seconds": %.4f, "runs": %d, "version": "%s"}\n',
  sort(wall)[length(wall) %/% 2 + 1], min(wall), sort(cpu)[length(cpu) %/% 2 + 1], length(wall),
  as.character(packageVersion("dbscan"))))
